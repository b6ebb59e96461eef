import { expectNoViolation } from './axe.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { compareTargets, openCompare } from './more-ways.ts';

test('a version and $LATEST get the same payload once each; what differs is shown, ignored and swapped', async ({
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
});
