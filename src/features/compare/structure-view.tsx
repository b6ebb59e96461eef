import { useRef, useState } from 'react';
import type { JsonComparison, JsonDifference } from '../../documents/compare/json-difference.ts';
import { formatJsonPath } from '../../documents/json-path.ts';
import type { Run } from '../../state/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/tone.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import { useStructure } from './use-structure.ts';

export interface StructureViewProps {
  left: Run;
  right: Run;
  ignored: readonly string[];
  onIgnore: (path: string) => void;
}

/** What differs between two responses, path by path. */
export function StructureView({ left, right, ignored, onIgnore }: StructureViewProps) {
  const comparison = useStructure(left, right, ignored);
  const box = useRef<HTMLDivElement>(null);
  const ignore = (path: string): void => {
    // The rows go while they are compared anew, and what was pressed goes with them.
    box.current?.focus();
    onIgnore(path);
  };
  return (
    <div ref={box} className="compared-structure" tabIndex={-1}>
      <p className="dim" role="status">
        {comparison === null ? 'Comparing…' : countWords(comparison)}
      </p>
      {comparison?.ok && comparison.differences.length > 0 && (
        <Differences comparison={comparison} onIgnore={ignore} />
      )}
    </div>
  );
}

/** More rows than a person reads at once come when they are asked for. */
const rowsAtOnce = 100;

interface DifferencesProps {
  comparison: Extract<JsonComparison, { ok: true }>;
  onIgnore: (path: string) => void;
}

function Differences({ comparison: { differences, count }, onIgnore }: DifferencesProps) {
  const [rows, setRows] = useState(rowsAtOnce);
  const more = differences.length - rows;
  return (
    <>
      <div className="compared-scroll" role="group" aria-label="Differences" tabIndex={0}>
        <table className="compared-table compared-differences" aria-label="Differences by path">
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Path</th>
              <th scope="col">Left</th>
              <th scope="col">Right</th>
              <th scope="col">
                <span className="visually-hidden">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, rows).map((difference, index) => (
              <Row key={`${index} ${formatJsonPath(difference.path)}`} {...{ difference, onIgnore }} />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <Button size="small" onClick={() => setRows(differences.length)}>
          Show {more.toLocaleString()} more
        </Button>
      )}
      {count > differences.length && (
        <p className="dim">{(count - differences.length).toLocaleString()} further ones are only counted.</p>
      )}
    </>
  );
}

interface RowProps {
  difference: JsonDifference;
  onIgnore: (path: string) => void;
}

function Row({ difference: { kind, path, left, right }, onIgnore }: RowProps) {
  const written = formatJsonPath(path);
  return (
    <tr data-kind={kind}>
      <td className="compared-change">
        <Badge tone={kinds[kind].tone}>{kinds[kind].name}</Badge>
      </td>
      <th scope="row" className="mono">
        <VisibleText text={written} />
      </th>
      <Value side="Left" source={left} />
      <Value side="Right" source={right} />
      <td className="compared-action">
        <Button
          size="small"
          variant="ghost"
          aria-label={`Ignore ${written}`}
          onClick={() => onIgnore(written)}
        >
          Ignore
        </Button>
      </td>
    </tr>
  );
}

function Value({ side, source }: { side: 'Left' | 'Right'; source: string | null }) {
  return (
    <td className="mono compared-differences-value" data-label={side}>
      {source === null ? <span className="dim">–</span> : <VisibleText text={source} />}
    </td>
  );
}

const kinds: Readonly<Record<JsonDifference['kind'], { name: string; tone: Tone }>> = {
  added: { name: 'Added', tone: 'success' },
  removed: { name: 'Removed', tone: 'error' },
  changed: { name: 'Changed', tone: 'warn' },
  spelling: { name: 'Other spelling', tone: 'neutral' },
};

function countWords(comparison: JsonComparison): string {
  if (!comparison.ok) return noJsonWords[comparison.noJson];
  const { count } = comparison;
  if (count === 0) return 'Nothing differs, but for what is ignored, blanks and the order of members.';
  return `${count.toLocaleString()} ${count === 1 ? 'value differs' : 'values differ'}.`;
}

const noJsonWords = {
  left: 'The left response is no JSON: compare them as text.',
  right: 'The right response is no JSON: compare them as text.',
  both: 'Neither response is JSON: compare them as text.',
} as const;
