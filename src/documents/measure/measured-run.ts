import type { LogReport } from '../../core/index.ts';

/** What of one run counts for a measurement. */
export interface MeasuredRun {
  /** From 0 on, in the order of the starts. */
  index: number;
  /** Key of its record in the history. */
  runId: string;
  startedAt: number;
  /** null: it ended well. Else what went wrong, one word for all runs with the same fault. */
  fault: RunFault | null;
  /** By the page's clock; null when no answer came. */
  roundTripMs: number | null;
  /** Of the log tail; null when it was not asked for, or no REPORT line is in it. */
  report: LogReport | null;
}

export interface RunFault {
  kind: FaultKind;
  /** The error's own name, such as `TypeError` or `TooManyRequestsException`; '' when it has none. */
  name: string;
}

export type FaultKind = 'function-error' | 'throttled' | 'rejected' | 'unknown' | 'cancelled' | 'not-sent';

export type StartKind = 'cold' | 'warm' | 'unknown';

/**
 * A cold start initialises the environment, and its REPORT tells how long that took; a restored snapshot is one too.
 * Without a REPORT nothing is known.
 */
export function startKind({ report }: MeasuredRun): StartKind {
  if (report?.durationMs === undefined) return 'unknown';
  return report.initDurationMs === undefined && report.restoreDurationMs === undefined ? 'warm' : 'cold';
}
