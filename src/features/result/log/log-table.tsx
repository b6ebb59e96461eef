import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { LogRow } from './log-line.ts';
import { LogTableRow } from './log-table-row.tsx';
import type { LogZone } from './log-times.ts';
import './log-table.css';

export interface LogTableProps {
  rows: readonly LogRow[];
  /** The row whose beginning was cut off. */
  cutRow: LogRow | undefined;
  /** Times are counted from here; null when no row has one. */
  originMs: number | null;
  wrap: boolean;
  zone: LogZone;
  /** Times of day in place of milliseconds. */
  isClock: boolean;
  onClock: (isClock: boolean) => void;
}

/** Endpoints that send more than Lambda's 4 KB can send anything; more rows than these come when asked for. */
const rowsAtOnce = 2_000;

/** The rows of a log. Those out of sight cost no layout (`content-visibility`). */
export function LogTable({ rows, cutRow, originMs, wrap, zone, isClock, onClock }: LogTableProps) {
  const [most, setMost] = useState(rowsAtOnce);
  return (
    <div className="log-table-scroll" tabIndex={0} role="group" aria-label="Log rows">
      <div className="log-table" role="table" aria-label="Log" data-wrap={wrap} data-clock={isClock}>
        <div role="rowgroup">
          <div className="log-table-head" role="row">
            <span className="log-table-time" role="columnheader">
              <button
                type="button"
                className="log-table-unit"
                title={isClock ? 'Show milliseconds since the first row' : 'Show the time of day'}
                onClick={() => onClock(!isClock)}
              >
                {isClock ? (zone === 'utc' ? 'UTC' : 'Time') : 'ms'}
              </button>
            </span>
            <span role="columnheader">Level</span>
            <span role="columnheader">Message</span>
          </div>
        </div>
        <div role="rowgroup">
          {rows.slice(0, most).map((row, index) => (
            <LogTableRow key={index} {...{ row, originMs, zone, isClock }} isCut={row === cutRow} />
          ))}
        </div>
      </div>
      {rows.length > most && (
        <Button size="small" className="log-table-more" onClick={() => setMost(Infinity)}>
          Show {rows.length - most} more rows
        </Button>
      )}
      {rows.length === 0 && <p className="log-table-none dim">No row passes the filter.</p>}
    </div>
  );
}
