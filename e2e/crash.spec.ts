import type { BrowserContext, Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { runRows } from './more-ways.ts';

test.use({ crashes: true });

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
  await whatACrashMayCost();
}

async function whatACrashMayCost(): Promise<void> {
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

test('a killed renderer loses nothing older than 300 ms, and a closed window nothing', async ({
  page,
  context,
}) => {
  await fillDraft(page);
  await kill(page, context);
  const second = await context.newPage();
  await second.goto('/');
  await expectDraft(second);

  await second.getByRole('tab', { name: /^Payload/ }).click();
  await new ConsolePage(second).pastePayload('{"typed": "before the crash, and before the end"}');
  await whatACrashMayCost();
  await second.close({ runBeforeUnload: false });
  const third = await context.newPage();
  await third.goto('/');
  await expect(third.locator('.view-lines')).toContainText('before the end');
  await expectDraft(third);
});

test('a renderer killed among hundreds of runs leaves a record of each that was sent', async ({
  page,
  context,
}) => {
  const sent = new Set<string>();
  const inTheMidst = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      const payload = request.url().endsWith('/invocations') && request.postData();
      if (payload) sent.add(payload);
      if (sent.size > 60) resolve();
    });
  });
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"n":0}');
  await runRows(page, 400);
  await inTheMidst;
  await kill(page, context);
  expect(sent.size).toBeLessThan(400);

  const again = await context.newPage();
  await again.goto('/');
  // Those under way were recorded by a page that is gone, which shows a moment later.
  await expect.poll(async () => [...sent].filter(missingFrom(await storedPayloads(again)))).toEqual([]);
});

const missingFrom =
  (stored: readonly string[]) =>
  (payload: string): boolean =>
    !stored.includes(payload);

/** Of the runs of the history. */
function storedPayloads(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('It can not be read.'));
      });
    const db = await settled(indexedDB.open('invoke-console'));
    const bodies = await settled(db.transaction('runBodies').objectStore('runBodies').getAll());
    db.close();
    return bodies.map(({ request }) => new TextDecoder().decode(request.payload.bytes));
  });
}

async function kill(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers: what would answer has gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
