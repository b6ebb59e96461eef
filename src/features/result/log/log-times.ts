import type { LogRow } from './log-line.ts';

export type LogZone = 'local' | 'utc';

/** `12:34:56.100`, as a log is read. */
export function clockTime(timeMs: number, zone: LogZone): string {
  return clocks[zone].format(timeMs);
}

/** The whole of a time, for the title of a row. */
export function fullTime(timeMs: number, zone: LogZone): string {
  return zone === 'utc' ? new Date(timeMs).toISOString() : fullLocal.format(timeMs);
}

/** The first time of a log, from which the others are counted; null when no line has any. */
export function firstTime(rows: readonly LogRow[]): number | null {
  return rows.find(({ timeMs }) => timeMs !== null)?.timeMs ?? null;
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const;

const clocks: Readonly<Record<LogZone, Intl.DateTimeFormat>> = {
  local: new Intl.DateTimeFormat('en-GB', clock),
  utc: new Intl.DateTimeFormat('en-GB', { ...clock, timeZone: 'UTC' }),
};

const fullLocal = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  ...clock,
  timeZoneName: 'short',
});
