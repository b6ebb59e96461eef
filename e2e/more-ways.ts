import { expect } from 'playwright/test';
import type { Locator, Page } from 'playwright/test';

/** Opens the window for measuring from the menu beside Invoke. */
export function openMeasure(page: Page): Promise<Locator> {
  return openWay(page, 'Measure…', 'Measure');
}

/** Opens the window that compares two targets. */
export function openCompare(page: Page): Promise<Locator> {
  return openWay(page, 'Compare targets…', 'Compare targets');
}

/** Measures and waits for the end. */
export async function startMeasuring(
  page: Page,
  { runs, concurrency }: { runs: number; concurrency: number },
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Measure' });
  await dialog.getByRole('textbox', { name: 'Runs' }).fill(String(runs));
  await dialog.getByRole('textbox', { name: 'At once' }).fill(String(concurrency));
  await dialog.getByRole('button', { name: 'Start measuring' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^Done/, { timeout: 20_000 });
}

/** Orders a run for each of so many values of the payload's `n`, five at once, and gives the window. */
export async function runRows(page: Page, rows: number): Promise<Locator> {
  await page.keyboard.press('Shift+Alt+KeyU');
  const dialog = page.getByRole('dialog', { name: 'Variants' });
  await dialog.getByRole('button', { name: 'Paste rows' }).click();
  const csv = ['$.n', ...Array.from({ length: rows }, (_, n) => n)].join('\n');
  await dialog.getByLabel(/^CSV with paths/).fill(csv);
  await dialog.getByRole('button', { name: 'Add rows' }).click();
  await dialog.getByLabel('At once').selectOption('5');
  await dialog.getByLabel(/^At most/).fill(String(rows));
  await dialog.getByRole('button', { name: `Run ${rows} rows` }).click();
  return dialog;
}

/** Sends the payload to a version or alias on the left and to what the window proposes on the right. */
export async function compareTargets(dialog: Locator, { left }: { left: string }): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Left qualifier' }).fill(left);
  await dialog.getByRole('combobox', { name: 'Left qualifier' }).press('Tab');
  await dialog.getByRole('button', { name: 'Run both' }).click();
  await expect(dialog.getByRole('button', { name: 'Run both again' })).toBeVisible({ timeout: 20_000 });
}

async function openWay(page: Page, item: string, title: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More ways to run' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Holds every invocation whose address fits, until what it gives is called: nothing ends before a story wants it. */
export async function holdInvocations(page: Page, address: RegExp = /\/invocations/): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await held;
    // A run that was stopped meanwhile has no request any more.
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

/** Reloads the page from within, where it asks before it goes: it stays. */
export async function stayOnReload(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
}
