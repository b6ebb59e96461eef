import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Attempt } from '../../../core/index.ts';
import { run, runRequest } from '../../../state/state.fixture.ts';
import type { RunRequest } from '../../../state/types.ts';
import { AttemptsView } from './attempts-view.tsx';

const at = (ms: number): Date => new Date(Date.UTC(2026, 4, 1) + ms);

async function show(retryMode: RunRequest['retryMode'], first: Partial<Attempt>) {
  const attempts: Attempt[] = [
    { number: 1, startedAt: at(0), endedAt: at(20), retryDelayMs: 50, ...first },
    { number: 2, startedAt: at(70), endedAt: at(90), statusCode: 200 },
  ];
  const ended = run({ request: runRequest({ retryMode }), attempts, outcome: 'success', endedAt: at(90) });
  const { getByRole } = await render(<AttemptsView run={ended} />);
  return getByRole('listitem').first();
}

const ran = 'the function may have run by then';
const ranNot = 'nothing had run';

test.each([
  ['safe', { statusCode: 429 }, ranNot],
  ['standard', { statusCode: 429 }, ranNot],
  ['standard', { statusCode: 500, errorCode: 'ServiceException' }, ran],
  ['standard', { errorCode: 'network' }, ran],
] as const)('in mode %s what ended with %j and was sent again: %s', async (mode, first, words) => {
  await expect.element(await show(mode, first)).toHaveTextContent(`sent again after 50 ms: ${words}`);
});

test.each([
  [null, 'to be sent again after 900 ms: nothing had run'],
  ['cancelled', 'not sent again: nothing had run'],
] as const)('the back-off of the last attempt of a run that is %s: %s', async (outcome, words) => {
  const first = { number: 1, startedAt: at(0), endedAt: at(20), statusCode: 429, retryDelayMs: 900 };
  const { getByRole } = await render(<AttemptsView run={run({ attempts: [first], outcome })} />);
  await expect.element(getByRole('listitem').first()).toHaveTextContent(words);
});

test('an attempt without an answer says so, and why', async () => {
  await expect
    .element(await show('standard', { errorCode: 'network' }))
    .toHaveTextContent('no answer · network');
});
