import { expect, test } from './fixtures.ts';

test('the page opens under its name with every security header', async ({ page }) => {
  const response = await page.goto('/');
  await expect(page).toHaveTitle(/^Invoke Console/);
  const headers = response?.headers() ?? {};
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
});

test('the header is the only policy of the page, so an allowed endpoint is not barred by a second one', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(0);
});

test('the editor’s workers run under a policy of their own and reach no network, not even this server', async ({
  page,
}) => {
  await page.goto('/');
  const asked = page.waitForEvent('worker', (worker) => worker.url().includes('json.worker'));
  await page.locator('[data-editor="ready"]').first().click();
  await page.keyboard.type('{');
  const worker = await asked;
  const reach = (address: string): Promise<string> =>
    worker.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'barred',
        ),
      address,
    );
  expect(await reach('https://lambda.us-east-1.amazonaws.com/')).toBe('barred');
  expect(await reach(new URL('/connection.json', page.url()).href)).toBe('barred');
});
