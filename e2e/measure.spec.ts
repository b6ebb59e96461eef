import { readFile } from 'node:fs/promises';
import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';
import { holdInvocations, openMeasure, startMeasuring, stayOnReload } from './more-ways.ts';

test('five runs are measured two at a time, exactly five arrive, what they say survives the window, and others are stopped without it', async ({
  page,
  functions,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('count');
  await console.pastePayload('{"ms": 1}');
  const before = await functions.runs();
  const window = await openMeasure(page);
  await startMeasuring(page, { runs: 5, concurrency: 2 });
  expect(await functions.runs()).toBe(before + 5);
  await expect(window.getByRole('row', { name: /^Duration, cold start [12] / })).toBeVisible();
  await expect(window.getByRole('row', { name: /^Round trip, all runs 5 / })).toBeVisible();
  await expect(window.locator('canvas')).toBeVisible();
  await expect(window.getByRole('table', { name: 'Duration in milliseconds' })).toBeAttached();
  await expect(window.getByRole('row', { name: /^128 MB, measured/ })).toBeAttached();
  await expectNoViolation(page, '[data-dialog]');

  await window.getByRole('button', { name: 'Close' }).first().click();
  await expect(window).toBeHidden();
  await page.keyboard.press('Shift+F4');
  const download = page.waitForEvent('download');
  await window.getByRole('button', { name: 'Save CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(7);
  expect(csv).toMatch(/^index,runId,.*\r\n\d,[\w-]+,[\d:.TZ-]+,(cold|warm),,,[\d.]+,[\d.]+,\d+,/);
  expect(await functions.runs()).toBe(before + 5);

  const letGo = await holdInvocations(page);
  await window.getByRole('button', { name: 'Start measuring' }).click();
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
  const status = page.getByRole('contentinfo');
  await expect(status.getByRole('button', { name: 'Measure 0 of 5' })).toBeVisible();
  await stayOnReload(page);
  await status.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(status).toContainText('stopping');
  letGo();
  await expect(status.getByRole('button', { name: /^Measure/ })).toBeHidden();
  expect(await functions.runs()).toBe(before + 7);
});
