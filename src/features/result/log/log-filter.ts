import type { LogLevel, LogRow } from './log-line.ts';

/** What a row is counted under. */
export type LogClass = 'platform' | LogLevel | 'none';

/** Which rows of a log are shown, and by which time. */
export interface LogFilter {
  text: string;
  /** Classes that are left out. */
  hidden: ReadonlySet<LogClass>;
  /** Times of day in place of milliseconds since the first row. */
  isClock: boolean;
}

export function classOf({ kind, level }: LogRow): LogClass {
  return kind === 'message' ? (level ?? 'none') : 'platform';
}

export function filterRows(
  rows: readonly LogRow[],
  { text, hidden }: Pick<LogFilter, 'text' | 'hidden'>,
): LogRow[] {
  const wanted = text.toLowerCase();
  return rows.filter((row) => !hidden.has(classOf(row)) && (wanted === '' || textOf(row).includes(wanted)));
}

/** Nothing is left out. */
export const wholeLog: LogFilter = { text: '', hidden: new Set(), isClock: false };

/** Takes a class out, or back in. */
export function toggleClass(filter: LogFilter, one: LogClass): LogFilter {
  const hidden = new Set(filter.hidden);
  if (!hidden.delete(one)) hidden.add(one);
  return { ...filter, hidden };
}

/** How many rows each class has, in the order of their weight; classes without any are left out. */
export function countClasses(rows: readonly LogRow[]): [LogClass, number][] {
  const counts = new Map<LogClass, number>();
  for (const row of rows) counts.set(classOf(row), (counts.get(classOf(row)) ?? 0) + 1);
  return order.flatMap((one): [LogClass, number][] => {
    const count = counts.get(one);
    return count === undefined ? [] : [[one, count]];
  });
}

export const classNames: Readonly<Record<LogClass, string>> = {
  platform: 'Platform',
  fatal: 'Fatal',
  error: 'Error',
  warn: 'Warn',
  info: 'Info',
  debug: 'Debug',
  trace: 'Trace',
  none: 'Plain',
};

const order: readonly LogClass[] = ['platform', 'fatal', 'error', 'warn', 'info', 'debug', 'trace', 'none'];

function textOf({ message, stack, json }: LogRow): string {
  return [message, ...stack, json ?? ''].join('\n').toLowerCase();
}
