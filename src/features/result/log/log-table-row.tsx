import { formatJson } from '../../../documents/json-format.ts';
import { jsonTokens } from '../../../ui/json-tokens.ts';
import { VisibleText } from '../../../ui/visible-text.tsx';
import { AnsiText } from './ansi-text.tsx';
import { classOf } from './log-filter.ts';
import type { LogRow } from './log-line.ts';
import { clockTime, fullTime, type LogZone } from './log-times.ts';

export interface LogTableRowProps {
  row: LogRow;
  originMs: number | null;
  zone: LogZone;
  isClock: boolean;
  isCut: boolean;
}

/** Time, level and message of one record; its stack and its JSON fold open. */
export function LogTableRow({ row, originMs, zone, isClock, isCut }: LogTableRowProps) {
  const { kind, level, timeMs, message, stack, json } = row;
  return (
    <div className="log-table-row" role="row" data-level={classOf(row)} data-kind={kind} data-cut={isCut}>
      <span
        className="log-table-time tabular"
        role="cell"
        title={timeMs === null ? undefined : fullTime(timeMs, zone)}
      >
        {timeMs === null || originMs === null
          ? ''
          : isClock
            ? clockTime(timeMs, zone)
            : String(timeMs - originMs)}
      </span>
      <span className="log-table-level" role="cell">
        {(kind === 'message' ? (level ?? '') : kind).toUpperCase()}
      </span>
      <div className="log-table-message" role="cell">
        {isCut && <span className="log-table-cut">cut</span>}
        <AnsiText text={kind === 'message' ? message : platformText(message)} />
        {stack.length > 0 && <Stack lines={stack} />}
        {json !== null && <Json text={json} />}
      </div>
    </div>
  );
}

/** The level says the first word already, and the platform sets its fields apart by tabs. */
function platformText(line: string): string {
  return line
    .replace(/^(?:START|END|REPORT|XRAY|EXTENSION)[ \t]/, '')
    .trimEnd()
    .replaceAll('\t', '   ');
}

function Stack({ lines }: { lines: readonly string[] }) {
  return (
    <details className="log-table-fold">
      <summary>
        Stack · {lines.length} {lines.length === 1 ? 'line' : 'lines'}
      </summary>
      <pre>
        <AnsiText text={lines.join('\n')} />
      </pre>
    </details>
  );
}

/** By its tokens: a number keeps its spelling, and a key that comes twice is there twice. */
function Json({ text }: { text: string }) {
  return (
    <details className="log-table-fold">
      <summary>JSON</summary>
      <pre>
        {jsonTokens(formatJson(text)).map((token, index) => (
          <span key={index} className={`text-view-token-${token.kind}`}>
            <VisibleText text={token.text} />
          </span>
        ))}
      </pre>
    </details>
  );
}
