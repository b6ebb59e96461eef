import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from 'playwright/test';
import { guardPages } from './page-guard.ts';

const page = fileURLToPath(new URL('../dist/page', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Any static host: it knows files and their types, sends no header of ours and has the page in a folder. */
const test = base.extend<{ host: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
  host: async ({}, use) => {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/tools\/console\//, '/');
      readFile(join(page, path.endsWith('/') ? `${path}index.html` : path)).then(
        (body) =>
          response
            .setHeader('Content-Type', types[extname(path || 'x.html')] ?? types['.html'] ?? '')
            .end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tools/console/`);
    server.closeAllConnections();
    server.close();
  },
});

test('the build runs in a folder of any static host, under the policy that it carries itself', async ({
  context,
  host,
}) => {
  const guard = await guardPages(context);
  const tab = await context.newPage();
  await tab.goto(host);
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
});
