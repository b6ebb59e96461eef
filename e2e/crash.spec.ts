import { test as base, type BrowserContext, type Page } from 'playwright/test';
import { startConsole, type ConsoleProcess } from './console-process.ts';
import { ConsolePage } from './console-page.ts';
import { expect } from './fixtures.ts';

/** Without the guard of the other stories: here a page is meant to crash. */
const test = base.extend<object, { server: ConsoleProcess }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await startConsole();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.pageUrl),
});

/** Fills a draft and returns 300 ms after the last key: all that a crash may not cost. */
async function fillDraft(page: Page): Promise<void> {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await page.keyboard.press('Shift+Alt+N');
  await console.chooseFunction('hello');
  await console.qualifierBox.fill('live');
  await console.chooseType('DryRun');
  await console.pasteClientContext('{"custom":{"a":"1"}}');
  await console.pastePayload('{"typed": "before the crash"}');
  const lastKey = Date.now();
  await expect.poll(() => Date.now() - lastKey, { intervals: [20] }).toBeGreaterThanOrEqual(300);
}

async function expectDraft(page: Page): Promise<void> {
  const console = new ConsolePage(page);
  await expect(page.getByRole('tablist', { name: 'Drafts' }).getByRole('tab')).toHaveText([
    'echo',
    'hellolive',
  ]);
  await expect(console.functionBox).toHaveValue('hello');
  await expect(console.qualifierBox).toHaveValue('live');
  await expect(console.invocationType.getByRole('radio', { name: /^DryRun/ })).toBeChecked();
  await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
  await expect(page.locator('.view-lines')).toContainText('before the crash');
  await page.getByRole('tab', { name: /^Client context/ }).click();
  await expect(page.locator('.view-lines')).toContainText('custom');
}

test('a killed renderer loses nothing older than 300 ms', async ({ page, context }) => {
  await fillDraft(page);
  await kill(page, context);
  const again = await context.newPage();
  await again.goto('/');
  await expectDraft(again);
});

test('a closed window loses nothing, and the next one has its drafts', async ({ page, context }) => {
  await fillDraft(page);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto('/');
  await expectDraft(again);
});

async function kill(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers: what would answer has gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
