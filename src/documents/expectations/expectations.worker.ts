import { checkExpectations } from './check-expectations.ts';
import type { Expectation, ExpectationFacts } from './expectation-types.ts';

interface Asked {
  expectations: readonly Expectation[];
  facts: ExpectationFacts;
}

/** Checks one run whose response is large, and is then let go of (features/expectations/check-run.ts). */
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage(checkExpectations(data.expectations, data.facts));
});
