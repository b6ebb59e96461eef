import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';

test('a payload is run with three rows of CSV, each once; results are exported, and one is opened as a run', async ({
  page,
  functions,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('count');
  await console.pastePayload('{"id": "x", "n": 1.0, "keep": 1e2}');
  const before = await functions.runs();

  await page.getByRole('button', { name: 'More ways to run' }).click();
  await page.getByRole('menuitem', { name: /^Variants/ }).click();
  const window = page.getByRole('dialog', { name: 'Variants' });
  await window.getByRole('button', { name: 'Paste rows' }).click();
  await window.getByLabel(/^CSV with paths/).fill('$.id,$.n,$.remark\na,1.50,new\n=b,x y,\nc,-3,');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const grid = window.getByRole('grid', { name: 'Rows of values' });
  await expect(grid.getByLabel('Row 2, $.id')).toHaveValue('=b');

  await deleteAndUndo(page, grid);
  await window.getByLabel('Type of column 2').selectOption('number');
  await expect(window.getByRole('status').getByText('x y is not a JSON number.')).toBeVisible();
  await grid.getByLabel('Row 2, $.n', { exact: true }).fill('2');
  await expect(window.getByText('Not in the payload: will be added.')).toHaveCount(1);

  // The table is the draft's, and is there again after a reload.
  await page.reload();
  await expect(console.result).toBeVisible();
  await page.keyboard.press('Shift+Alt+KeyU');
  await expect(grid.getByLabel('Row 2, $.n', { exact: true })).toHaveValue('2');
  await window.getByLabel('At once').selectOption('2');
  await window.getByRole('button', { name: 'Run 3 rows' }).click();

  const results = window.getByRole('grid', { name: 'Results' });
  await expect(results.getByRole('gridcell', { name: 'Succeeded' })).toHaveCount(3);
  expect(await functions.runs()).toBe(before + 3);
  await window.getByLabel(/^Field of the response/).fill('$.event.n');
  await page.keyboard.press('Enter');
  await expect(results.getByRole('gridcell', { name: '1.5', exact: true })).toBeVisible();
  await expectResult(page, '1.5');

  const download = page.waitForEvent('download');
  await window.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const [head, ...rows] = csv.split('\r\n');
  expect(head).toMatch(/^row,\$\.id,\$\.n,\$\.remark,outcome,.*,response \$\.event\.n,runId$/);
  expect(rows[0]).toMatch(/^1,a,1\.50,new,success,,200,\$LATEST,.*,1\.5,/);
  expect(rows[1]).toMatch(/^2,"'=b",2,,success/);
  expect(rows[2]).toMatch(/^3,c,-3,,success,.*,-3,/);

  await window.getByRole('button', { name: 'Open row 1 as a run' }).click();
  await expect(window).toBeHidden();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('"remark":"new"');
  await expect(page.getByRole('tab', { name: /^Draft count/ })).toHaveCount(2);
  expect(await functions.runs()).toBe(before + 3);
});

test('variables get their values at the send, and those of a table by name', async ({ page }) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('count');
  await console.pastePayload(
    '{"n":"{{randomInt 5 5|number}}","id":"{{uuid}}","who":"{{who}}","k":"{{env.k}}"}',
  );
  await page.getByText('4 texts look like variables; they are sent as they are.').waitFor();
  await page.getByRole('button', { name: 'Turn on' }).click();
  const variables = page.getByRole('dialog', { name: 'Variables' });
  await variables.getByRole('switch', { name: 'Variables in this draft' }).click();
  await expect(variables.getByText('{{who}} is no variable.')).toBeVisible();
  await expectNoViolation(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(variables).toBeHidden();

  await page.getByRole('button', { name: 'More ways to run' }).click();
  await page.getByRole('menuitem', { name: /^Variants/ }).click();
  const window = page.getByRole('dialog', { name: 'Variants' });
  await window.getByRole('button', { name: 'Paste rows' }).click();
  await window.getByLabel(/^CSV with paths/).fill('{{who}},$.id\nAda "L",\nBob,{{env.later}}');
  await window.getByRole('button', { name: 'Add rows' }).click();
  // What keeps the rows back is told before the first is sent, by its row, and leads to its place.
  const run = window.getByRole('button', { name: 'Run 2 rows', exact: true });
  await expect(run).toBeDisabled();
  await correctRow(window);
  const open = window.getByRole('button', { name: 'Open Variables' });
  await open.click();
  const problems = variables.getByRole('status', { name: 'Problems' });
  await expect(problems.getByText(/env\.k has no value/)).toBeVisible();
  await expect(problems.getByText('{{who}} is no variable.')).toHaveCount(0);
  await problems.getByRole('button', { name: 'Line 1, column 70' }).click();
  await expect(window).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Payload' })).toBeFocused();
  await expect(page.locator('.json-editor-unknown')).toHaveText(['{{env.k}}']);
  await expect(page.locator('.json-editor-known')).toHaveText([
    '{{randomInt 5 5|number}}',
    '{{uuid}}',
    '{{who}}',
  ]);

  await page.keyboard.press('Shift+Alt+u');
  await open.click();
  await variables.getByRole('button', { name: 'New environment' }).click();
  await variables.getByLabel('Name 1', { exact: true }).fill('k');
  await variables.getByLabel('Value 1', { exact: true }).fill('v');
  await expectNoViolation(page, '.variables-environments');
  await page.keyboard.press('Escape');
  await expect(variables).toBeHidden();
  await run.click();
  await expect(window.getByRole('gridcell', { name: 'Succeeded' })).toHaveCount(2);
  await window.getByRole('button', { name: 'Open row 1 as a run' }).click();
  await expect(console.response).toContainText('"n":5');
  await expect(console.response).toContainText('Ada \\"L\\"');
  await expect(console.response).not.toContainText('{{');
});

/** The second row has a variable that the environment lacks. */
async function correctRow(window: Locator): Promise<void> {
  const wrong = window.getByRole('status').getByRole('listitem');
  await expect(wrong).toHaveText([
    /^Every row.*env\.k has no value/,
    /^Row 2.*\$\.id.*env\.later has no value/,
  ]);
  await wrong.getByRole('button', { name: 'Row 2' }).click();
  const cell = window.getByLabel('Row 2, $.id');
  await expect(cell).toBeFocused();
  await cell.pressSequentially('b');
  await expect(wrong).toHaveCount(1);
}

/** What is deleted in the window comes back in the window, by keys alone. */
async function deleteAndUndo(page: Page, grid: Locator): Promise<void> {
  await grid.getByRole('checkbox', { name: 'Row 3', exact: true }).check();
  const window = page.getByRole('dialog', { name: 'Variants' });
  await window.getByRole('button', { name: 'Delete rows' }).press('Enter');
  await expect(grid.getByLabel('Row 3, $.id')).toBeHidden();
  await expectNoViolation(page, '[role="dialog"]');
  await page.keyboard.press('F6');
  await expect(window.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid.getByLabel('Row 3, $.id')).toHaveValue('c');
  await expect(window.getByRole('button', { name: 'Delete rows' })).toBeFocused();
}

/** A value of the results becomes an expectation of the preset, which the draft has none of yet; then the results are there again. */
async function expectResult(page: Page, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Expect $.event.n of row 1' }).press('Enter');
  const saving = page.getByRole('dialog', { name: /^Save/ });
  await expect(saving).toContainText(value);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Results' })).toBeVisible();
}
