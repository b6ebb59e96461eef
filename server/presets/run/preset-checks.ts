import type {
  CheckedExpectation,
  ExpectationFacts,
} from '../../../src/documents/expectations/expectation-types.ts';
import { checkExpectations } from '../../../src/documents/expectations/check-expectations.ts';
import { expectationWords } from '../../../src/documents/expectations/expectation-words.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';

/** One thing that was looked at in a run. A preset passes when none of its checks failed. */
export interface PresetCheck {
  name: string;
  /** `unknown`: what would decide it is not there; it fails nothing and is told. */
  verdict: CheckedExpectation['verdict'];
  /** What was found, in words. */
  message: string;
}

/**
 * The checks of every run, and those of the preset. Who expects a function error or a refusal wants it: an
 * expectation that has come true stands in place of the check that would fail then.
 */
export function withExpectations(
  checks: readonly PresetCheck[],
  { expectations }: Preset,
  facts: ExpectationFacts,
): PresetCheck[] {
  const checked = checkExpectations(expectations, facts);
  const passed = new Set(
    checked.filter(({ verdict }) => verdict === 'passed').map(({ expectation }) => expectation.kind),
  );
  const isWanted = (name: string): boolean =>
    passed.has('outcome') ? name === 'api' || name === 'function' : name === 'api' && passed.has('status');
  return [
    ...checks.filter(({ name, verdict }) => verdict === 'passed' || !isWanted(name)),
    ...checked.map(toCheck),
  ];
}

function toCheck({ expectation, verdict, found }: CheckedExpectation): PresetCheck {
  const wanted = expectationWords(expectation);
  return { name: 'expectation', verdict, message: `${wanted}: ${foundWords[verdict]} ${found}` };
}

const foundWords = { passed: 'found', failed: 'but found', unknown: 'not known,' };

/** What is not known, as failed: for a pipeline that would rather stop than not have looked. */
export function strictly(checks: readonly PresetCheck[]): PresetCheck[] {
  return checks.map((check) =>
    check.verdict === 'unknown'
      ? { ...check, verdict: 'failed', message: `${check.message} (failed by --strict)` }
      : check,
  );
}
