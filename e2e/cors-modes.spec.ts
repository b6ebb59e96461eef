import type { ConsolePage, Outcome } from './console-page.ts';
import type { CountingFunctions } from './counting-functions.ts';
import { expect, originOf, test } from './other-endpoint.ts';

test.use({ corsRefusals: true });

interface Mode {
  mode: 'open' | 'localstack';
  /** The title of the executed version, which says where it comes from. */
  version: RegExp;
  requestId: 'shown' | 'hidden';
}

const modes: Mode[] = [
  { mode: 'open', version: /from the response header/, requestId: 'shown' },
  { mode: 'localstack', version: /from the response header/, requestId: 'hidden' },
];

test('--cors aws: one run, the request id is shown, and what no answer tells is not guessed', async ({
  endpoint,
  functions,
  server,
}) => {
  const before = await functions.runs();
  const console = await endpoint.connect(['--cors', 'aws', '--allow-origin', originOf(server)]);
  await press(console, 'success');
  await expectShown(console, { version: /from the START line of the log tail/, requestId: 'shown' });
  expect(await functions.runs()).toBe(before + 1);
  await expectNothingGuessed(console, functions);
});

test('--cors open and localstack: one run each, and the request id is shown by the first alone', async ({
  endpoint,
  functions,
  server,
}) => {
  for (const { mode, ...shown } of modes) {
    await test.step(mode, async () => {
      const before = await functions.runs();
      const console = await endpoint.connect(['--cors', mode, '--allow-origin', originOf(server)], mode);
      await press(console, 'success');
      await expectShown(console, shown);
      expect(await functions.runs()).toBe(before + 1);
    });
  }
});

async function expectShown(console: ConsolePage, { version, requestId }: Omit<Mode, 'mode'>): Promise<void> {
  expect(await console.value('executed-version')).toBe('$LATEST');
  await expect(console.field('executed-version').locator('xpath=..')).toHaveAttribute('title', version);
  await expect(console.field('request-id')).toHaveCount(requestId === 'shown' ? 1 : 0);
  await expect(console.log).toContainText('START RequestId:');
}

async function expectNothingGuessed(console: ConsolePage, functions: CountingFunctions): Promise<void> {
  const before = await functions.runs();
  await test.step('a version that neither header, log nor qualifier tells is hidden', async () => {
    await console.page.getByRole('switch', { name: /^Tail log/ }).press('Space');
    await press(console, 'success');
    await expect(console.field('executed-version')).toHaveCount(0);
    await expect(console.result).toContainText('version hidden');
    expect(await functions.runs()).toBe(before + 1);
  });
  await test.step('an answer that is hidden after the run leaves the outcome unknown, and is not asked for again', async () => {
    await press(console, 'unknown', '{"fault":"no-cors"}');
    expect(await console.value('may-have-run')).toBe('unknown');
    expect(await functions.runs()).toBe(before + 2);
  });
}

const refusals = [
  { title: '--cors none', flags: (origin: string) => ['--cors', 'none', '--allow-origin', origin] },
  {
    title: 'another origin',
    flags: () => ['--allow-origin', 'http://localhost:1'],
  },
];

test('--cors none, and an endpoint that allows another origin only: nothing runs, and the page, which cannot know, says so', async ({
  endpoint,
  functions,
  server,
}) => {
  const before = await functions.runs();
  for (const { title, flags } of refusals) {
    await test.step(title, async () => {
      const console = await endpoint.connect(flags(originOf(server)), title);
      await press(console, 'unknown');
      expect(await console.value('may-have-run')).toBe('unknown');
      await expect(console.field('status-code')).toHaveCount(0);
      await expect(console.field('request-id')).toHaveCount(0);
      await expect(console.result).toContainText('CORS');
      expect(await functions.runs()).toBe(before);
    });
  }
});

async function press(console: ConsolePage, outcome: Outcome, payload = '{}'): Promise<void> {
  await console.chooseFunction('count');
  await console.pastePayload(payload);
  await console.invoke();
  await console.expectOutcome(outcome);
}
