import type { RunSummary } from '../../state/history-types.ts';
import type { RowSection } from '../../ui/sectioned-rows.ts';

/** Runs of one day, which stand together under its name. */
export interface HistoryDay extends RowSection {
  /** Midnight, in milliseconds since 1970. */
  startsAt: number;
}

/** In CSS pixels; also in history-list.css. */
export const runHeight = 44;
export const dayHeight = 30;

/** The days of runs that come newest first. Halving finds where each ends: years are few days. */
export function daysOf(runs: readonly RunSummary[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (let first = 0; first < runs.length;) {
    const startsAt = new Date(runs[first]?.startedAt ?? 0).setHours(0, 0, 0, 0);
    const end = firstIndex(runs, first + 1, ({ startedAt }) => startedAt < startsAt);
    days.push({ startsAt, first, count: end - first });
    first = end;
  }
  return days;
}

/** Where a run is; -1 when it is not among them. */
export function indexOfRun(runs: readonly RunSummary[], id: string): number {
  const index = firstIndex(runs, 0, (run) => run.id <= id);
  return runs[index]?.id === id ? index : -1;
}

/** The first from `from` on of which it holds; it holds of all behind. */
function firstIndex(runs: readonly RunSummary[], from: number, holds: (run: RunSummary) => boolean): number {
  let [low, high] = [from, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run !== undefined && holds(run)) high = middle;
    else low = middle + 1;
  }
  return low;
}
