import { ConsolePage, type Outcome } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';
import { startConsole } from './console-process.ts';

/** Those that one-run.spec.ts and sessions.spec.ts do not order. */
test('streams that are damaged, and an answer that never comes, are one send each', async ({
  page,
  functions,
}) => {
  const console = new ConsolePage(page);
  let runs = await functions.runs();
  await console.open();
  await console.chooseFunction('count');
  const stream = page.getByRole('switch', { name: /^Stream response/ });
  await stream.press('Space');
  for (const damage of ['checksum', 'length', 'no-end']) {
    await console.pastePayload(JSON.stringify({ fault: 'stream', damage }));
    await console.invoke();
    await console.expectOutcome('unknown');
    expect(await console.value('may-have-run'), damage).toBe('yes');
    expect(await functions.runs(), damage).toBe((runs += 1));
  }
  await stream.press('Space');
  await console.pastePayload('{"fault":"hang"}');
  await console.invokeButton.click();
  await console.stopButton.click();
  await console.expectOutcome('cancelled');
  expect(await functions.runs()).toBe(runs);
});

/** Time-outs have their story in invoke.spec.ts. */
const ofHandlers: readonly (readonly [fault: string, outcome: Outcome, words: string])[] = [
  ['exit', 'function-error', 'Runtime.ExitError'],
  ['crash', 'function-error', 'Runtime.ExitError'],
  ['memory', 'function-error', 'Runtime.OutOfMemory'],
  ['unhandled', 'function-error', 'a promise that nobody waits for'],
  ['uncaught', 'function-error', 'thrown where nobody can catch it'],
  ['close-descriptors', 'function-error', 'Runtime.'],
  ['children', 'success', '"pid"'],
  ['flood', 'success', '"megabytes"'],
];

test('what a handler does to itself is shown, and each click is one send', async ({ page }) => {
  // Nearly each of them is a cold start.
  test.slow();
  const server = await startConsole();
  try {
    const console = new ConsolePage(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/invocations')) sent.push(request.url());
    });
    await page.goto(server.pageUrl);
    await console.chooseFunction('faults');
    for (const [index, [fault, outcome, words]] of ofHandlers.entries()) {
      await console.pastePayload(JSON.stringify({ fault, megabytes: 2 }));
      await console.invoke();
      await console.expectOutcome(outcome);
      await expect(console.result, fault).toContainText(words);
      expect(sent).toHaveLength(index + 1);
    }
  } finally {
    await server.stop();
  }
});
