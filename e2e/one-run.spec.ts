import type { Request } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import type { Outcome } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';
import type { CountingFunctions } from './counting-functions.ts';

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

/** One page for those whose outcome the page cannot know, and one for the others. */
for (const [names, some] of [
  ['unknown outcomes', stories.filter(({ outcome }) => outcome === 'unknown')],
  ['known outcomes', stories.filter(({ outcome }) => outcome !== 'unknown')],
] as const) {
  test(`a press is at most one run, which nothing repeats: ${names}`, async ({ page, functions }) => {
    test.slow();
    const console = new ConsolePage(page);
    await console.open();
    await console.chooseFunction('count');
    for (const story of some) {
      const { title, outcome, runs } = story;
      await test.step(`${title}: ${outcome}, and the function ran ${runs === 1 ? 'once' : 'never'}`, () =>
        expectOneRun(console, functions, story));
    }
  });
}

async function expectOneRun(
  console: ConsolePage,
  functions: CountingFunctions,
  { fault, outcome, runs, mayHaveRun }: Story,
): Promise<void> {
  const before = await functions.runs();
  await console.pastePayload(JSON.stringify(fault));
  await console.invoke();
  await console.expectOutcome(outcome);
  if (mayHaveRun !== undefined) expect(await console.value('may-have-run')).toBe(mayHaveRun);
  expect(await functions.runs()).toBe(before + runs);
  await expectNothingSentAgain(console);
  expect(await functions.runs(), 'with the run of another press').toBe(before + runs + 1);
}

/** What makes other clients repeat: the network comes back, the window is looked at again, something else runs. */
async function expectNothingSentAgain(console: ConsolePage): Promise<void> {
  const { page } = console;
  const invocations: string[] = [];
  const collect = (request: Request): void => {
    if (request.method() === 'POST' && request.url().includes('/invocations'))
      invocations.push(request.postData() ?? '');
  };
  page.on('request', collect);
  await page.evaluate(() => {
    for (const type of ['offline', 'online', 'focus']) window.dispatchEvent(new Event(type));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await console.pastePayload('{"another":"press"}');
  await console.invoke();
  await console.expectOutcome('success');
  page.off('request', collect);
  expect(invocations).toEqual(['{"another":"press"}']);
}
