import type { LogReport } from '../../core/index.ts';
import type { ComparedSide } from '../../state/compare-store.ts';
import type { Run, RunOutcome } from '../../state/types.ts';

export interface SideFact {
  name: string;
  left: string;
  right: string;
  /** How much more the right one is; empty where there is nothing to reckon. */
  difference: string;
  /** Whether they are known and not the same. */
  differs: boolean;
}

/** What two runs are in short. What is not known is a dash, and never guessed. */
export function sideFacts(left: ComparedSide, right: ComparedSide): SideFact[] {
  return [
    ...words.map(([name, wordsOf]) => {
      const [one, other] = [left.run && wordsOf(left.run), right.run && wordsOf(right.run)];
      return fact(name, one ?? stateWords(left), other ?? stateWords(right));
    }),
    ...numbers.map(([name, unit, numberOf]) => {
      const [one, other] = [left.run && numberOf(left.run), right.run && numberOf(right.run)];
      return {
        ...fact(name, shown(one, unit), shown(other, unit)),
        difference: differenceOf(one, other, unit),
      };
    }),
  ];
}

const outcomeNames: Readonly<Record<RunOutcome, string>> = {
  success: 'Succeeded',
  'function-error': 'Function error',
  accepted: 'Accepted',
  'dry-run': 'Allowed',
  rejected: 'Rejected',
  unknown: 'Outcome unknown',
  cancelled: 'Cancelled',
  'not-sent': 'Not sent',
};

const none = '–';

const words: readonly (readonly [name: string, wordsOf: (run: Run) => string])[] = [
  ['Outcome', ({ outcome }) => (outcome === null ? none : outcomeNames[outcome])],
  ['Status code', ({ result }) => String(statusOf(result) ?? none)],
  ['Executed version', ({ result }) => (result?.ok ? (result.output.executedVersion ?? none) : none)],
];

type NumberOf = (run: Run) => number | null | undefined;

const numbers: readonly (readonly [name: string, unit: string, numberOf: NumberOf])[] = [
  ['Duration', 'ms', (run) => reportOf(run)?.durationMs],
  ['Billed', 'ms', (run) => reportOf(run)?.billedDurationMs],
  ['Init', 'ms', (run) => reportOf(run)?.initDurationMs],
  ['Memory used', 'MB', (run) => reportOf(run)?.maxMemoryUsedMB],
  ['Memory size', 'MB', (run) => reportOf(run)?.memorySizeMB],
  ['Round trip', 'ms', ({ roundTripMs }) => roundTripMs],
];

function fact(name: string, left: string, right: string): SideFact {
  return { name, left, right, difference: '', differs: left !== right };
}

function statusOf(result: Run['result']): number | undefined {
  return result?.ok ? result.output.statusCode : result?.error.statusCode;
}

function reportOf({ result }: Run): LogReport | undefined {
  return result?.ok ? result.output.logResult?.report : undefined;
}

function shown(value: number | null | undefined, unit: string): string {
  return typeof value === 'number' ? `${amount(value)} ${unit}` : none;
}

function differenceOf(
  left: number | null | undefined,
  right: number | null | undefined,
  unit: string,
): string {
  if (typeof left !== 'number' || typeof right !== 'number') return '';
  const by = right - left;
  return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${amount(Math.abs(by))} ${unit}`;
}

function amount(value: number): string {
  return value.toLocaleString(undefined, { maximumFractionDigits: 2 });
}

function stateWords({ state }: ComparedSide): string {
  return { waiting: 'Waiting', running: 'Running', refused: 'Not sent', ended: none }[state];
}
