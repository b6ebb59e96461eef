import { expect, test } from 'playwright/test';
import { startConsole } from './console-process.ts';
import { guardPages } from './page-guard.ts';

test('npm run dev serves the page under the same rules, with hot reload', async ({ context, request }) => {
  test.slow();
  const server = await startConsole(['--dev']);
  const guard = await guardPages(context);
  const page = await context.newPage();
  const socket = page.waitForEvent('websocket');
  const response = await page.goto(server.pageUrl);
  await expect(page.getByRole('main', { name: 'Invoke Console' })).toBeVisible({ timeout: 60_000 });
  expect((await socket).url()).toContain(new URL(server.pageUrl).host);

  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]+';/);
  expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
  expect((await request.get(`${server.pageUrl}connection.json`)).ok()).toBe(true);
  const stranger = { headers: { origin: 'https://evil.example' } };
  expect((await request.get(`${server.pageUrl}src/main.tsx`, stranger)).status()).toBe(403);
  expect((await request.get(`${server.pageUrl}@fs/etc/passwd`)).status()).toBe(403);
  expect(guard.problems).toEqual([]);
  await server.stop();
});
