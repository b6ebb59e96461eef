import { checkExpectations } from '../../documents/expectations/check-expectations.ts';
import type {
  CheckedExpectation,
  Expectation,
  ExpectationFacts,
} from '../../documents/expectations/expectation-types.ts';
import checkWorkerUrl from '../../documents/expectations/expectations.worker.ts?worker&url';
import { resultFacts } from '../../documents/expectations/run-facts.ts';
import type { Run } from '../../state/types.ts';
import { startWorker } from '../../ui/start-worker.ts';

/** Above this many characters a response is looked at apart from the page. */
const atOnceCharacters = 65_536;

/** What a run that has ended says to each expectation. */
export async function checkRun(
  expectations: readonly Expectation[],
  run: Run,
): Promise<readonly CheckedExpectation[]> {
  const facts = factsOfRun(run);
  const isLarge = 'text' in facts.response && facts.response.text.length > atOnceCharacters;
  if (!isLarge) return checkExpectations(expectations, facts);
  return inWorker(expectations, facts).catch(() => checkExpectations(expectations, facts));
}

export function factsOfRun(run: Run): ExpectationFacts {
  const outcome = run.outcome ?? 'unknown';
  if (run.result === null) return { ...nothingCame, outcome };
  const facts = resultFacts(run.result, outcome);
  return run.omitted.response ? { ...facts, response: notKept } : facts;
}

const notKept = { missing: 'the response was too large to keep' };

const nothingCame: Omit<ExpectationFacts, 'outcome'> = {
  statusCode: null,
  response: { missing: 'no response came' },
  durationMs: null,
  log: { missing: 'no log tail came', isCut: false },
};

function inWorker(
  expectations: readonly Expectation[],
  facts: ExpectationFacts,
): Promise<readonly CheckedExpectation[]> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(checkWorkerUrl, 'expectations');
    worker.addEventListener('message', ({ data }: MessageEvent<readonly CheckedExpectation[]>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('The worker failed'));
    });
    worker.postMessage({ expectations, facts });
  });
}
