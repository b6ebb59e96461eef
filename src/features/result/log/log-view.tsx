import { useState } from 'react';
import type { LogTail } from '../../../core/index.ts';
import { Callout } from '../../../ui/callout.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LogBar } from './log-bar.tsx';
import { filterRows, type LogFilter } from './log-filter.ts';
import { logRows } from './log-rows.ts';
import { LogTable } from './log-table.tsx';
import { firstTime, type LogZone } from './log-times.ts';
import './log-view.css';

export interface LogViewProps {
  log: LogTail | undefined;
  /** Why there is no log, for the empty state. */
  absence: string;
  /** Lines break unless this view says otherwise. */
  wrap: boolean;
  zone: LogZone;
  filter: LogFilter;
  onFilter: (filter: LogFilter) => void;
}

/** The decoded tail log as rows that can be filtered; each in full, and nothing of it acts. */
export function LogView({ log, absence, ...rest }: LogViewProps) {
  if (log === undefined) return <EmptyState title="No log tail">{absence}</EmptyState>;
  if (log.invalid) {
    return (
      <Callout tone="warn" title="The log tail can’t be read" className="log-view-callout">
        The endpoint sent a log that is not base64. The response is not affected.
      </Callout>
    );
  }
  if (log.location) return <LogPlace group={log.location.logGroup} stream={log.location.logStreamName} />;
  if (log.text === '')
    return <EmptyState title="Empty log">The endpoint sent a log tail without a line.</EmptyState>;
  return <LogRows log={log} {...rest} />;
}

interface LogRowsProps extends Omit<LogViewProps, 'absence'> {
  log: LogTail;
}

function LogRows({ log, wrap: wrapByDefault, zone, filter, onFilter }: LogRowsProps) {
  const [ownWrap, setOwnWrap] = useState<boolean | null>(null);
  const wrap = ownWrap ?? wrapByDefault;
  const rows = logRows(log.text);
  const shown = filterRows(rows, filter);
  return (
    <div className="log-view">
      <LogBar {...{ log, rows, shown, filter, onFilter, wrap }} onWrap={setOwnWrap} />
      {log.truncated && (
        <p className="log-view-cut">
          Cut at 4 KB: Lambda returns only the end of the log. Its beginning is in CloudWatch Logs.
        </p>
      )}
      <LogTable
        {...{ wrap, zone }}
        isClock={filter.isClock}
        rows={shown}
        cutRow={log.truncated ? rows[0] : undefined}
        originMs={firstTime(rows)}
        onClock={(isClock) => onFilter({ ...filter, isClock })}
      />
    </div>
  );
}

function LogPlace({ group, stream }: { group: string; stream: string }) {
  return (
    <Callout tone="info" title="This function’s log is in CloudWatch Logs" className="log-view-callout">
      Lambda named a place instead of the text. Group <code>{group}</code>, stream <code>{stream}</code>.
    </Callout>
  );
}
