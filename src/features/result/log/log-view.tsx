import { useState } from 'react';
import type { LogTail } from '../../../core/index.ts';
import { Callout } from '../../../ui/callout.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { AnsiText } from './ansi-text.tsx';
import { logRows, type LogRow } from './log-rows.ts';
import './log-view.css';

export interface LogViewProps {
  log: LogTail | undefined;
  /** Why there is no log, for the empty state. */
  absence: string;
}

/** The decoded tail log as rows: milliseconds since the first timed row, level, message. */
export function LogView({ log, absence }: LogViewProps) {
  const [filter, setFilter] = useState('');
  if (log === undefined) return <EmptyState title="No log tail">{absence}</EmptyState>;
  if (log.invalid) {
    return (
      <Callout tone="warn" title="The log tail cannot be read">
        The endpoint sent a log that is not base64. The response is not affected.
      </Callout>
    );
  }
  if (log.location) return <LogPlace group={log.location.logGroup} stream={log.location.logStreamName} />;
  const rows = logRows(log.text);
  const shown = rows.filter((row) => row.message.toLowerCase().includes(filter.toLowerCase()));
  return (
    <div className="log-view">
      <div className="log-view-bar">
        <TextField
          label="Filter log"
          hideLabel
          placeholder="Filter log"
          value={filter}
          onChange={setFilter}
        />
        <span className="dim">
          {filter === '' ? `${rows.length} rows` : `${shown.length} of ${rows.length}`}
        </span>
        <CopyButton label="Copy log" text={log.text} />
      </div>
      {log.truncated && (
        <p className="log-view-cut">
          Cut at 4 KB: Lambda returns only the end of the log. The beginning is in CloudWatch Logs.
        </p>
      )}
      <LogTable rows={shown} originMs={firstTime(rows)} />
    </div>
  );
}

function LogTable({ rows, originMs }: { rows: readonly LogRow[]; originMs: number | null }) {
  return (
    <div className="log-view-scroll" tabIndex={0} role="group" aria-label="Log rows">
      <table className="log-view-table">
        <thead>
          <tr>
            <th scope="col" className="log-view-time">
              ms
            </th>
            <th scope="col">Level</th>
            <th scope="col">Message</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} originMs={originMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, originMs }: { row: LogRow; originMs: number | null }) {
  const word = row.kind === 'message' ? (row.level ?? '') : row.kind;
  const tone = row.kind === 'message' ? (row.level ?? 'none') : 'platform';
  return (
    <tr data-level={tone} data-kind={row.kind}>
      <td
        className="log-view-time"
        title={row.timeMs === null ? undefined : new Date(row.timeMs).toISOString()}
      >
        {row.timeMs === null || originMs === null ? '' : String(row.timeMs - originMs)}
      </td>
      <td className="log-view-level">{word.toUpperCase()}</td>
      <td className="log-view-message">
        {row.json !== null && row.kind !== 'message' ? (
          <JsonLine row={row} />
        ) : (
          <AnsiText text={row.message} />
        )}
        {row.json !== null && row.kind === 'message' && <JsonLine row={row} />}
      </td>
    </tr>
  );
}

/** A line of the JSON log format: its message stands for it, the whole object folds open. */
function JsonLine({ row }: { row: LogRow }) {
  return (
    <details className="log-view-json">
      <summary>{row.kind === 'message' ? 'JSON' : row.message}</summary>
      <pre>{pretty(row.json ?? '')}</pre>
    </details>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function LogPlace({ group, stream }: { group: string; stream: string }) {
  return (
    <Callout tone="info" title="This function’s log is in CloudWatch Logs">
      Lambda named a place instead of the text. Group <code>{group}</code>, stream <code>{stream}</code>.
    </Callout>
  );
}

function firstTime(rows: readonly LogRow[]): number | null {
  return rows.find((row) => row.timeMs !== null)?.timeMs ?? null;
}
