import type { MeasurePlan } from '../../state/measure-store.ts';
import { maxSeriesRuns } from '../../state/series-types.ts';

/** A plan as it is typed. */
export interface PlanText {
  runs: string;
  concurrency: string;
  seconds: string;
  tailLog: boolean;
}

type NumberName = 'runs' | 'concurrency' | 'seconds';

export const firstPlan: PlanText = { runs: '100', concurrency: '1', seconds: '60', tailLog: true };

/** The longest that one can be asked to wait: a day. */
const mostSeconds = 86_400;

const bounds: Readonly<Record<NumberName, number>> = {
  runs: maxSeriesRuns,
  concurrency: 5,
  seconds: mostSeconds,
};

export function planText({ runs, concurrency, seconds, tailLog }: MeasurePlan): PlanText {
  return { runs: String(runs), concurrency: String(concurrency), seconds: String(seconds), tailLog };
}

/** null when a number is none, or out of its bounds. */
export function readPlan(text: PlanText): MeasurePlan | null {
  const [runs, concurrency, seconds] = [read(text, 'runs'), read(text, 'concurrency'), read(text, 'seconds')];
  if (runs === null || concurrency === null || seconds === null) return null;
  return { runs, concurrency, seconds, tailLog: text.tailLog };
}

export function planProblems(text: PlanText): Partial<Record<NumberName, string>> {
  const names: readonly NumberName[] = ['runs', 'concurrency', 'seconds'];
  return Object.fromEntries(
    names
      .filter((name) => read(text, name) === null)
      .map((name) => [name, `A whole number from 1 to ${bounds[name].toLocaleString()}.`]),
  );
}

function read(text: PlanText, name: NumberName): number | null {
  const digits = text[name].replaceAll(/[\s,_]/g, '');
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= bounds[name] ? value : null;
}
