import type { CheckedExpectation, Verdict } from '../../documents/expectations/expectation-types.ts';
import type { Tone } from '../../ui/tone.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  passed: 'holds',
  failed: 'fails',
  unknown: 'not known',
};

/** One failure fails all; what is not known is neither. */
export function verdictOfAll(checked: readonly CheckedExpectation[]): Verdict {
  const verdicts = new Set(checked.map(({ verdict }) => verdict));
  return verdicts.has('failed') ? 'failed' : verdicts.has('unknown') ? 'unknown' : 'passed';
}

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  passed: 'success',
  failed: 'error',
  unknown: 'unknown',
};

/** `3 of 4 expectations hold, 1 is not known`. */
export function summaryWords(checked: readonly CheckedExpectation[]): string {
  const count = (wanted: Verdict): number => checked.filter(({ verdict }) => verdict === wanted).length;
  const [holding, unknown] = [count('passed'), count('unknown')];
  const hold = checked.length === 1 ? 'expectation holds' : 'expectations hold';
  const rest = unknown === 0 ? '' : `, ${unknown} not known`;
  return `${holding} of ${checked.length} ${hold}${rest}`;
}
