import { ConsolePage } from './console-page.ts';
import { expect, test as base } from './fixtures.ts';
import { startServerlessOffline } from './serverless-offline.ts';

/** The address of a server that was not written here, or why there is none. */
type Foreign = { url: string } | { missing: string };

const test = base.extend<{ foreignConsole: ConsolePage }, { foreign: Foreign }>({
  foreign: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const started = await startServerlessOffline().catch(reasonOf);
      if (typeof started === 'string') return use({ missing: started });
      await use({ url: started.url });
      return started.stop();
    },
    // The first run installs it.
    { scope: 'worker', timeout: 300_000 },
  ],
  foreignConsole: async ({ page, foreign }, use) => {
    if ('missing' in foreign) return test.skip(true, foreign.missing);
    const console = new ConsolePage(page);
    await console.open();
    await console.addConnection({ name: 'serverless-offline', endpoint: foreign.url });
    return use(console);
  },
});

// Its lists of functions, versions and aliases do not exist, and are refused without CORS headers.
test.use({ corsRefusals: true });

/** One page for all of them, and one connection. */
const calls: Readonly<Record<string, (console: ConsolePage) => Promise<void>>> = {
  'an answer is shown, and what it does not tell is hidden, not guessed': async (console) => {
    await console.chooseFunction('hello');
    await console.pastePayload('{"name":"Ada"}');
    await console.invoke();
    await console.expectOutcome('success');
    await expect(console.response).toContainText('Hello, Ada');
    expect(await console.value('status-code')).toBe('200');
    expect(Number(await console.value('round-trip'))).toBeGreaterThan(0);
    for (const field of ['executed-version', 'request-id', 'duration', 'billed-duration', 'memory-used'])
      await expect(console.field(field)).toHaveCount(0);
    await expect(console.result).toContainText('version hidden');
    await expect(console.log).toHaveCount(0);
    await console.showTab('Log');
    await expect(console.result).toContainText('sent no log tail');
  },
  'payload and client context arrive as they were written': async (console) => {
    await console.chooseFunction('echo');
    await console.pastePayload('{"grüße":"漢字 😀","deep":[1,[2,[null]]]}');
    await console.pasteClientContext('{"custom":{"from":"the console"}}');
    await console.invoke();
    await console.expectOutcome('success');
    await expect(console.response).toContainText('"event":{"grüße":"漢字 😀","deep":[1,[2,[null]]]}');
    await expect(console.response).toContainText('"clientContext":{"custom":{"from":"the console"}}');
  },
  'a function error shows its message and stack': async (console) => {
    await console.chooseFunction('throws');
    await console.invoke();
    await console.expectOutcome('function-error');
    expect(await console.value('status-code')).toBe('200');
    expect(await console.value('function-error')).toBe('Unhandled');
    const detail = console.result.getByRole('region', { name: 'Function error' });
    await expect(detail).toContainText('thrown on purpose');
    await expect(detail.getByRole('listitem').first()).toBeVisible();
  },
  'an unknown function is rejected in its words, and nothing ran': async (console) => {
    await console.chooseFunction('no-such-function');
    await console.invoke();
    await console.expectOutcome('rejected');
    expect(await console.value('status-code')).toBe('404');
    expect(await console.value('error-code')).toBe('ResourceNotFoundException');
    expect(await console.value('error-message')).toContain('Function not found: no-such-function');
    expect(await console.value('may-have-run')).toBe('no');
  },
  'an Event is accepted': async (console) => {
    await console.chooseFunction('hello');
    await console.chooseType('Event');
    await console.invoke();
    await console.expectOutcome('accepted');
    expect(await console.value('status-code')).toBe('202');
  },
  'a DryRun, which it does not know, is an error and no success': async (console) => {
    await console.chooseFunction('hello');
    await console.chooseType('DryRun');
    await console.invoke();
    await console.expectOutcome('rejected');
    expect(await console.value('status-code')).toBe('400');
  },
};

test('serverless-offline is called as Lambda is, and what it does not tell is hidden, not guessed', async ({
  foreignConsole,
}) => {
  test.slow();
  for (const [title, call] of Object.entries(calls)) await test.step(title, () => call(foreignConsole));
});

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return `serverless-offline could not be installed or started: ${text.slice(0, 500)}`;
}
