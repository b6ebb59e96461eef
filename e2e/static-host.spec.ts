import { ConsolePage } from './console-page.ts';
import { startConsole } from './console-process.ts';
import { expect, test as base } from './fixtures.ts';
import { hosts } from './hosting-headers.ts';
import { guardPages } from './page-guard.ts';
import { keysOf } from './printed-keys.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';

/** The worker's server has only its local endpoint here, which the hosted page may call. */
const test = base.extend<object, { host: StaticHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const host = await startStaticHost();
      await use(host);
      host.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ host }, use) => {
      const server = await startConsole(['--allow-origin', host.origin]);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

test('the page works with the headers that docs/hosting.md has each host send, and nobody frames it', async ({
  page,
  browser,
  host,
  server,
}) => {
  // Chromium writes an error for the refusal, so nobody guards this context.
  const elsewhere = await (await browser.newContext()).newPage();
  for (const [name, headersFor] of Object.entries(hosts)) {
    await test.step(name, async () => {
      host.send(headersFor);
      const answer = await page.goto(`${host.origin}/`);
      expect(answer?.headers()).toMatchObject({
        'content-security-policy': "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headersFor('/assets/worker.js')['Content-Security-Policy']).toContain("default-src 'none'");
      const console = new ConsolePage(page);
      await console.addConnection({ name: `For ${name}`, endpoint: server.lambdaUrl, keys: keysOf(server) });
      await console.chooseFunction('hello');
      await console.pastePayload(JSON.stringify({ name }));
      await console.invoke();
      await console.expectOutcome('success');
      await expect(console.response).toContainText(name);

      await elsewhere.goto(`${host.origin}/frame.html`);
      await expect
        .poll(() => elsewhere.frames().map((frame) => frame.url()))
        .toContain('chrome-error://chromewebdata/');
    });
  }
  await elsewhere.context().close();
});

test('the build runs in a folder of any static host, under the policy that it carries itself', async ({
  browser,
  host,
}) => {
  host.send(() => ({}));
  const context = await browser.newContext();
  const guard = await guardPages(context);
  const tab = await context.newPage();
  await tab.goto(`${host.origin}/tools/console/`);
  await expect(tab).toHaveTitle(/^Invoke Console/);
  await expect(tab.getByRole('main', { name: 'Invoke Console' })).toBeVisible();
  const policy = await tab.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(guard.problems).toEqual([]);

  const barred = await tab.evaluate(() =>
    fetch('https://attacker.s3.amazonaws.com/').then(
      () => 'sent',
      () => 'barred',
    ),
  );
  expect(barred).toBe('barred');
  expect(guard.problems.join()).toContain('connect-src');
  await context.close();
});
