import type { RunSummary } from '../../state/history-types.ts';

/** Runs of one day, which stand together under its name. */
export interface HistoryDay {
  /** Midnight, in milliseconds since 1970. */
  startsAt: number;
  /** Where its first run is in the list. */
  first: number;
  count: number;
}

/** In CSS pixels; also in history-list.css. */
export const runHeight = 44;
export const dayHeight = 30;

/** The days of runs that come newest first. */
export function daysOf(summaries: readonly RunSummary[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  let day: HistoryDay | undefined;
  for (const [index, { startedAt }] of summaries.entries()) {
    if (day === undefined || startedAt < day.startsAt) {
      day = { startsAt: new Date(startedAt).setHours(0, 0, 0, 0), first: index, count: 0 };
      days.push(day);
    }
    day.count += 1;
  }
  return days;
}

export function heightOf(days: readonly HistoryDay[]): number {
  return days.reduce((sum, { count }) => sum + dayHeight + count * runHeight, 0);
}

/** Where the day with this number begins. */
export function dayTop(days: readonly HistoryDay[], number: number): number {
  return number * dayHeight + (days[number]?.first ?? 0) * runHeight;
}

export function runTop(days: readonly HistoryDay[], index: number): number {
  const number = days.findLastIndex(({ first }) => first <= index);
  return (number + 1) * dayHeight + index * runHeight;
}

export interface InSight {
  days: readonly number[];
  runs: readonly number[];
}

export interface Sight {
  scrollTop: number;
  height: number;
  /** A run that stays in the document wherever the list is scrolled to: it has the focus. */
  pinned: number;
}

/** Drawn beyond the edges, so that a quick scroll shows no gap. */
const overscanPx = 400;

/** What must be in the document, by its number. */
export function inSight(days: readonly HistoryDay[], { scrollTop, height, pinned }: Sight): InSight {
  const from = scrollTop - overscanPx;
  const to = scrollTop + height + overscanPx;
  const shownDays: number[] = [];
  const runs = new Set<number>();
  for (const [number, { first, count }] of days.entries()) {
    const top = dayTop(days, number);
    if (top > to) break;
    const runsTop = top + dayHeight;
    if (runsTop + count * runHeight < from) continue;
    shownDays.push(number);
    const start = Math.max(0, Math.floor((from - runsTop) / runHeight));
    const end = Math.min(count, Math.ceil((to - runsTop) / runHeight));
    for (let run = start; run < end; run += 1) runs.add(first + run);
  }
  const last = days.at(-1);
  if (last && pinned >= 0 && pinned < last.first + last.count) runs.add(pinned);
  return { days: shownDays, runs: [...runs].toSorted((a, b) => a - b) };
}
