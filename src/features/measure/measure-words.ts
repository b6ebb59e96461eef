import type { FaultKind, StartKind } from '../../documents/measure/measured-run.ts';
import type { RunGroup } from '../../documents/measure/measurement.ts';
import type { Measuring } from '../../state/measure-store.ts';
import type { SeriesEnd } from '../../state/series-types.ts';
import { formatMs } from '../../ui/format-numbers.ts';

export const startNames: Readonly<Record<StartKind, string>> = {
  cold: 'Cold start',
  warm: 'Warm',
  unknown: 'Start unknown',
};

export const groupNames: Readonly<Record<RunGroup, string>> = { all: 'All runs', ...startNames };

export const faultNames: Readonly<Record<FaultKind, string>> = {
  'function-error': 'Function error',
  throttled: 'Throttled',
  rejected: 'Rejected',
  unknown: 'Outcome unknown',
  cancelled: 'No longer waited for',
  'not-sent': 'Not sent',
};

const endWords: Readonly<Record<SeriesEnd, string>> = {
  done: 'Done',
  stopped: 'Stopped',
  error: 'Stopped at an error',
  budget: 'Stopped: the seconds are over',
  cap: 'Stopped at the highest number of runs',
  fault: 'Stopped: a run could not be made',
};

/** Where a measurement stands, in one line. */
export function progressWords({ plan, runs, underWay, elapsedMs, end }: Measuring): string {
  const counted = `${runs.length.toLocaleString()} of ${plan.runs.toLocaleString()} runs`;
  if (end !== null) return `${endWords[end]} · ${counted} in ${formatMs(elapsedMs)}`;
  return `${counted} · ${underWay} under way · ${formatMs(elapsedMs)}`;
}

/** With as many digits as tell runs apart. */
export function numberWords(ms: number): string {
  const digits = ms < 100 ? 2 : ms < 1_000 ? 1 : 0;
  return ms.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Dollars, to three digits that count. */
export function moneyWords(amount: number): string {
  return `$${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: amount < 10 ? 3 : 2 })}`;
}
