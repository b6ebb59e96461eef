import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';
import { runRows } from './more-ways.ts';

const rows = 250;

test('a long series is sent by a worker that ends with it, and by the page where the worker may not: each row runs once', async ({
  page,
  browser,
  functions,
  server,
}) => {
  const before = await functions.runs();
  const senders: string[] = [];
  page.on('worker', (worker) => senders.push(worker.url()));
  await runSeries(new ConsolePage(page));
  expect(await functions.runs()).toBe(before + rows);
  // Those that were sent before the worker was there.
  expect(await sentByPage(page)).toBeLessThan(rows);
  expect(senders.filter(isSender)).toHaveLength(1);
  await expect.poll(() => page.workers().filter((worker) => isSender(worker.url()))).toEqual([]);

  // Chromium writes an error for each request that a policy bars, so nobody guards this context.
  const context = await browser.newContext({ baseURL: server.pageUrl });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const elsewhere = await context.newPage();
  await barSender(elsewhere);
  await runSeries(new ConsolePage(elsewhere));
  expect(await functions.runs()).toBe(before + 2 * rows);
  expect(await sentByPage(elsewhere)).toBe(rows);
  await context.close();
});

const isSender = (url: string): boolean => url.includes('invoke.worker');

/** A page's own list has nothing of what its workers ask for. */
function sentByPage(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/invocations')).length,
  );
}

/** As a host sends the files beside the page that gives all of them the policy of docs/hosting.md. */
async function barSender(page: Page): Promise<void> {
  await page.route('**/invoke.worker-*', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
}

async function runSeries(console: ConsolePage): Promise<void> {
  const { page } = console;
  await console.open();
  // The list keeps 250 entries by itself.
  await page.evaluate(() => performance.setResourceTimingBufferSize(2_000));
  await console.chooseFunction('count');
  await console.pastePayload('{"n":0}');
  const window = await runRows(page, rows);
  await expect(window).toContainText('Every row had its turn', { timeout: 20_000 });
  await expect(window.getByRole('option', { name: `Succeeded (${rows})` })).toHaveCount(1);
}
