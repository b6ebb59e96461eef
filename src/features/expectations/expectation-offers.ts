import { expectedOutcomes, type Expectation } from '../../documents/expectations/expectation-types.ts';
import { outcomeLabels } from '../../documents/expectations/expectation-words.ts';
import type { Run } from '../../state/types.ts';
import { factsOfRun } from './check-run.ts';

export interface ExpectationOffer {
  label: string;
  expectation: Expectation;
}

/** What a run can be taken as the model for. */
export function offersOf(run: Run): ExpectationOffer[] {
  const { outcome, statusCode, response, durationMs } = factsOfRun(run);
  const offers: ExpectationOffer[] = [];
  const is = expectedOutcomes.find((one) => one === outcome);
  if (is !== undefined) {
    offers.push({ label: `This outcome: ${outcomeLabels[is]}`, expectation: { kind: 'outcome', is } });
  }
  if (statusCode !== null) {
    offers.push({
      label: `This status code: ${statusCode}`,
      expectation: { kind: 'status', is: statusCode },
    });
  }
  if ('text' in response) {
    offers.push({
      label: 'A value of the response…',
      expectation: { kind: 'json-equals', path: '$', value: '' },
    });
  }
  if (durationMs !== null) {
    const atMostMs = Math.max(100, Math.ceil((durationMs * 2) / 100) * 100);
    offers.push({
      label: `A duration of at most ${atMostMs} ms`,
      expectation: { kind: 'duration', atMostMs },
    });
  }
  return offers;
}
