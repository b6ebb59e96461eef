import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { answer, run } from '../../../state/state.fixture.ts';
import type { Run } from '../../../state/types.ts';
import { resultFacts } from '../result-facts.ts';
import { OutcomeHeader } from './outcome-header.tsx';

async function show(ended: Run): Promise<string> {
  const outcome = ended.outcome ?? 'success';
  const { container } = await render(
    <OutcomeHeader {...{ run: ended, outcome }} facts={resultFacts(ended)} />,
  );
  return container.textContent;
}

test('a durable execution is named, to be found again', async () => {
  const durableExecutionArn = 'arn:aws:lambda:eu-west-1:1:function:f:7/durable-execution/order-8812/3f0c';
  const text = await show(run({ outcome: 'success', result: answer({ durableExecutionArn }) }));
  expect(text).toContain(durableExecutionArn);
  await expect.element(page.getByRole('button', { name: 'Copy durable execution' })).toBeVisible();
});

test('a run that the browser did not take is called not saved', async () => {
  expect(await show(run({ outcome: 'success', result: answer(), saved: 'not-saved' }))).toContain(
    'not saved',
  );
});

test('of a run that was not sent there is no record to miss', async () => {
  const refusal = { code: 'offline', message: 'You are offline.', nextStep: 'Wait.' };
  expect(await show(run({ outcome: 'not-sent', refusal, saved: 'not-saved' }))).not.toContain('not saved');
});
