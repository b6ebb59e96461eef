import type { Page } from 'playwright/test';
import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

/** In two stories, as two workers share them: axe reads the page behind a dialog each time. */
const dialogs = [
  ['of shortcuts and settings', ['ControlOrMeta+/', 'Shift+Alt+,']],
  ['of actions, presets and links', ['ControlOrMeta+k', 'ControlOrMeta+s', 'ControlOrMeta+u']],
] as const;

test('axe finds nothing in the page at any width in either theme', async ({ page }) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('throws');
  await atEachSize(page, async () => {
    for (const keys of ['Shift+Alt+L', 'Shift+Alt+P']) await page.keyboard.press(keys);
    await console.invoke();
    await expectNoViolation(page);
    await page.keyboard.press('Shift+Alt+H');
    await expectNoViolation(page, '[data-pane="left"]');
    await page.keyboard.press('Shift+Alt+G');
    await page.getByText('More options').click();
    await expectNoViolation(page, '.request-panel-form');
    await page.getByText('More options').click();
  });
});

for (const [names, keys] of dialogs) {
  test(`axe finds nothing in the dialogs ${names} at any width in either theme`, async ({ page }) => {
    test.slow();
    await new ConsolePage(page).open();
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await atEachSize(page, () => expectNoViolation(page, '[role="dialog"]'));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

test('axe finds nothing in the connections and their questions at any width in either theme', async ({
  page,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await keepOnProduction(page);
  await console.chooseFunction('echo');
  await console.invokeButton.click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await atEachSize(page, () => expectNoViolation(page, '[role="alertdialog"]'));
  await question.getByRole('textbox', { name: /^Type the function/ }).fill('echo');
  await page.keyboard.press('Enter');
  await console.result.getByRole('region', { name: 'Diagnosis' }).waitFor();
  await atEachSize(page, () => expectNoViolation(page, '.result-panel'));
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('check connection');
  await page.keyboard.press('Enter');
  await page.locator('[data-check="Permission to invoke"][data-state="skipped"]').waitFor();
  await atEachSize(page, () => expectNoViolation(page, '[role="dialog"]'));
});

/** A connection to nowhere, its keys in a vault, which is then in sight. */
async function keepOnProduction(page: Page): Promise<void> {
  const open = () => page.getByRole('button', { name: /^Connection/ }).click();
  await open();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Orders');
  await dialog.getByLabel('Endpoint').fill('http://127.0.0.1:9317');
  await dialog.getByLabel('Production').check();
  await dialog.getByLabel('Access key ID').fill('AKIAIOSFODNN7EXAMPLE');
  await dialog.getByLabel('Secret access key').fill('not-a-secret');
  await dialog.getByRole('radio', { name: 'In a vault' }).check();
  await dialog.getByLabel('New passphrase of the vault').fill('correct horse');
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(dialog).toBeHidden();
  await open();
  await dialog.getByRole('button', { name: 'Lock now' }).waitFor();
  await atEachSize(page, () => expectNoViolation(page, '[role="dialog"]'));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('a whole round by the keyboard alone', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await tabTo(console, 'Function');
  await page.keyboard.type('echo');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  await page.keyboard.press('F6');
  const inResult = () => page.evaluate(() => document.activeElement?.closest('[data-pane="right"]') !== null);
  await expect.poll(inResult).toBe(true);
  await page.keyboard.press('F6');
  await expect.poll(inResult).toBe(false);
});

/** One page, made narrower: a part is drawn anew by its width, not by being opened again. */
async function atEachSize(page: Page, check: () => Promise<void>): Promise<void> {
  for (const size of sizes) {
    await test.step(`at ${size.width} px`, async () => {
      await page.setViewportSize(size);
      await check();
    });
  }
  await page.setViewportSize(sizes[0]);
}

async function tabTo(console: ConsolePage, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await console.page.keyboard.press('Tab');
    const focused = await console.page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    });
    if (focused === name) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}
