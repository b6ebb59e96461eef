import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { compareTargets, holdInvocations, openCompare, stayOnReload } from './more-ways.ts';

test('a version and $LATEST get the same payload once each; what differs is shown, ignored and swapped, and goes on without its window', async ({
  page,
}) => {
  test.slow();
  const arrivals: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/invocations')) arrivals.push(request.url());
  });
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('greeting');
  await console.pastePayload('{"name": "Ada"}');
  const window = await openCompare(page);
  await compareTargets(window, { left: '1' });
  expect(arrivals.map((url) => new URL(url).searchParams.get('Qualifier'))).toEqual(['1', '$LATEST']);

  const differences = window.getByRole('table', { name: 'Differences by path' });
  await expect(differences.getByRole('row', { name: /^Changed \$\.version "1" "\$LATEST"/ })).toBeVisible();
  await expect(window.getByRole('row', { name: /^Executed version 1 \$LATEST differs/ })).toBeVisible();
  await expectNoViolation(page, '[data-dialog]');
  await differences.getByRole('button', { name: 'Ignore $.version' }).click();
  await expect(differences.getByRole('row', { name: /\$\.version/ })).toHaveCount(0);

  await window.getByRole('button', { name: 'Swap' }).click();
  await expect(window.getByRole('row', { name: /^Executed version \$LATEST 1 differs/ })).toBeVisible();
  await expect(window.getByRole('combobox', { name: 'Right qualifier' })).toHaveValue('1');
  expect(arrivals).toHaveLength(2);

  const letGo = await holdInvocations(page, /Qualifier=1$/);
  await window.getByRole('combobox', { name: 'Left function' }).fill('gree');
  await page.getByRole('option', { name: /^greeting/ }).click();
  await window.getByRole('button', { name: 'Run both again' }).click();
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
  const status = page.getByRole('contentinfo');
  await expect(status.getByRole('button', { name: 'Compare 1 of 2' })).toBeVisible();
  await stayOnReload(page);
  await status.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(status.getByRole('button', { name: /^Compare/ })).toBeHidden();
  letGo();
  await page.keyboard.press('Shift+F2');
  await expect(window.getByRole('row', { name: /^Outcome Succeeded Cancelled/ })).toBeVisible();
});
