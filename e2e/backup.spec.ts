import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('a backup brings everything to a browser that has nothing, and a damaged one is refused in words', async ({
  page,
  browser,
  baseURL,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"kept":"ord_7"}');
  await console.invoke();
  await page.keyboard.press('Shift+Alt+H');
  await page.getByRole('button', { name: 'History options' }).click();
  await page.getByRole('menuitem', { name: /^Back up everything/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).click();
  const file = await (await download).path();

  const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await elsewhere.newPage();
  const empty = new ConsolePage(other);
  await empty.open();
  await other.keyboard.press('Shift+Alt+H');
  await expect(other.getByText('No runs yet')).toBeVisible();
  await other.getByRole('button', { name: 'History options' }).click();
  await other.getByRole('menuitem', { name: /^Restore a backup/ }).click();
  const dialog = other.getByRole('dialog', { name: 'Restore a backup' });
  await dialog.getByLabel('Backup file').setInputFiles({
    name: 'damaged.gz',
    mimeType: 'application/gzip',
    buffer: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
  });
  await expect(dialog.getByText(/damaged/)).toBeVisible();
  await dialog.getByLabel('Backup file').setInputFiles(file);
  await expect(dialog.getByLabel('Runs: 1')).toBeChecked();
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(other.getByRole('list', { name: 'Runs' }).locator('[data-run]')).toHaveText([/echo/]);
  await other.getByRole('list', { name: 'Runs' }).locator('[data-run]').click();
  await expect(empty.response).toContainText('ord_7');
  await elsewhere.close();
});
