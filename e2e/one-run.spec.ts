import { ConsolePage } from './console-page.ts';
import type { Outcome } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';

test.use({ corsRefusals: true });

interface Story {
  title: string;
  fault: Record<string, unknown>;
  outcome: Outcome;
  runs: 0 | 1;
  mayHaveRun?: 'no' | 'unknown' | 'yes';
}

const stories: Story[] = [
  {
    title: 'a connection that is reset',
    fault: { fault: 'reset' },
    outcome: 'unknown',
    runs: 1,
    mayHaveRun: 'unknown',
  },
  {
    title: 'a connection that is closed',
    fault: { fault: 'close' },
    outcome: 'unknown',
    runs: 1,
    mayHaveRun: 'unknown',
  },
  {
    title: 'a body that breaks off',
    fault: { fault: 'cut', bytes: 5 },
    outcome: 'unknown',
    runs: 1,
    mayHaveRun: 'yes',
  },
  {
    title: 'an answer that CORS hides',
    fault: { fault: 'no-cors' },
    outcome: 'unknown',
    runs: 1,
    mayHaveRun: 'unknown',
  },
  {
    title: 'a server error',
    fault: { fault: 'error', status: 500, code: 'ServiceException' },
    outcome: 'unknown',
    runs: 0,
    mayHaveRun: 'unknown',
  },
  {
    title: 'a page of a proxy',
    fault: { fault: 'html', status: 502 },
    outcome: 'unknown',
    runs: 0,
    mayHaveRun: 'unknown',
  },
  {
    title: 'an error that proves that nothing ran',
    fault: { fault: 'error', status: 403, code: 'AccessDeniedException' },
    outcome: 'rejected',
    runs: 0,
    mayHaveRun: 'no',
  },
  { title: 'a delay', fault: { fault: 'delay', ms: 400 }, outcome: 'success', runs: 1 },
  { title: 'a log that is damaged', fault: { fault: 'bad-log' }, outcome: 'success', runs: 1 },
  {
    title: 'a throttle of the first attempt',
    fault: { fault: 'throttle', attempts: 1 },
    outcome: 'success',
    runs: 1,
  },
];

for (const { title, fault, outcome, runs, mayHaveRun } of stories) {
  test(`${title}: ${outcome}, and the function ran ${runs === 1 ? 'once' : 'never'}`, async ({
    page,
    functions,
  }) => {
    const console = new ConsolePage(page);
    const before = await functions.runs();
    await console.open();
    await console.chooseFunction('count');
    await console.pastePayload(JSON.stringify(fault));
    await console.invoke();
    await console.expectOutcome(outcome);
    if (mayHaveRun !== undefined) expect(await console.value('may-have-run')).toBe(mayHaveRun);
    expect(await functions.runs()).toBe(before + runs);
    await expectNothingSentAgain(console);
    expect(await functions.runs(), 'with the run of another press').toBe(before + runs + 1);
  });
}

/** What makes other clients repeat: the network comes back, the window is looked at again, something else runs. */
async function expectNothingSentAgain(console: ConsolePage): Promise<void> {
  const { page } = console;
  const invocations: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/invocations'))
      invocations.push(request.postData() ?? '');
  });
  await page.evaluate(() => {
    for (const type of ['offline', 'online', 'focus']) window.dispatchEvent(new Event(type));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await console.pastePayload('{"another":"press"}');
  await console.invoke();
  await console.expectOutcome('success');
  expect(invocations).toEqual(['{"another":"press"}']);
}
