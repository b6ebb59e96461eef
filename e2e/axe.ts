import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from 'playwright/test';
import type { Page } from 'playwright/test';

/**
 * axe finds nothing in a part of the page, in either theme. All rules run in the theme that the page has, which stays
 * the other one: the themes differ in colours alone, so there it is the contrast that is left to prove.
 */
export async function expectNoViolation(page: Page, part = 'html'): Promise<void> {
  await loadAxe(page);
  const here = await violations(page, part, {});
  const theme = await page.locator('html').getAttribute('data-theme');
  const other = theme === 'dark' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: other });
  await expect(page.locator('html')).toHaveAttribute('data-theme', other);
  const there = await violations(page, part, { runOnly: ['color-contrast'] });
  expect([...here, ...there]).toEqual([]);
}

/** Once for each document: it is half a megabyte. */
async function loadAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

async function violations(page: Page, part: string, options: RunOptions) {
  // Most of its time would go into how to find again what is well.
  const lean: RunOptions = { resultTypes: ['violations'], preload: false, iframes: false, ...options };
  const results = await page.evaluate(
    ([where, how]) => (globalThis as unknown as AxeGlobal).axe.run(where, how),
    [part, lean] as const,
  );
  return results.violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html }) => html),
  }));
}

interface AxeGlobal {
  axe: { run: (part: string, options: RunOptions) => Promise<AxeResults> };
}
