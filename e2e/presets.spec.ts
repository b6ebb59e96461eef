import { createHash } from 'node:crypto';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const payload = '{"big": 12345678901234567890, "a": 1.0, "a": 2}';

test('a preset is saved, found after a reload and opened as a draft, byte for byte', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('echo');
  await consolePage.pastePayload(payload);
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('textbox', { name: 'Name' }).fill('Big numbers');
  await page.getByRole('textbox', { name: 'Tags' }).fill('numbers, echo');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.reload();
  const filter = page.getByLabel('Filter presets');
  await filter.fill('numbers');
  await expect(page.getByRole('button', { name: /^Big numbers/ })).toBeVisible();
  await filter.fill('nothing like it');
  await expect(page.getByRole('button', { name: /^Big numbers/ })).toHaveCount(0);
  await filter.fill('');

  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: /^Big numbers/ }).click();
  await expect(consolePage.functionBox).toHaveValue('echo');
  await consolePage.invoke();
  await consolePage.expectOutcome('success');
  await consolePage.showTab('Request');
  // The hash that was signed and checked is that of the text as typed.
  const hash = createHash('sha256').update(payload).digest('hex');
  await expect(consolePage.result).toContainText(hash);
});

test('a deleted preset comes back by undo, and a duplicate is another one', async ({ page }) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Greeting');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const rows = page.getByRole('region', { name: 'Presets' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Actions of Greeting' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Actions of Greeting', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
});

test('exported presets come back by import, in another browser profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const consolePage = new ConsolePage(page);
  await consolePage.open();
  await consolePage.chooseFunction('hello');
  await page.getByRole('button', { name: 'Save preset' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('To go');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all presets' }).click();
  const path = await (await download).path();

  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await context.newPage();
  await new ConsolePage(other).open();
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Import presets' }).click();
  await (await chooser).setFiles(path);
  await expect(other.getByRole('button', { name: /^To go/ })).toBeVisible();
  await context.close();
});
