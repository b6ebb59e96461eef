import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 90_000 });

test('the history is searched, named, sent again, compared and cleared by keyboard', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('echo');
  await console.pastePayload('{"order":"ord_1","n":1.0}');
  await console.invoke();
  await console.pastePayload('{"order":"ord_2","n":1.0}');
  await console.invoke();
  await console.chooseFunction('throws');
  await console.invoke();

  await page.keyboard.press('Shift+Alt+H');
  const search = page.getByRole('searchbox', { name: 'Search history' });
  const rows = page.getByRole('list', { name: 'Runs' }).locator('[data-run]');
  await expect(rows).toHaveCount(3);
  await search.fill('outcome:error');
  await expect(rows).toHaveText([/throws.*Function error/]);
  // In no name, only in a payload and its echo.
  await search.fill('ORD_1');
  await expect(rows).toHaveText([/echo.*Succeeded/]);
  await search.fill('fn:echo before:soon');
  await expect(page.getByText(/is no day or time/)).toBeVisible();
  await expect(rows).toHaveCount(2);

  await search.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Add to favourites/ }).click();
  const naming = page.getByRole('dialog', { name: 'Add to favourites' });
  await naming.getByLabel('Name').fill('The first order');
  await page.keyboard.press('Enter');
  await expect(rows.last()).toContainText('The first order');

  await rows.first().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Compare with the previous run' }).click();
  const compare = page.getByRole('dialog', { name: 'Compare runs' });
  await expect(compare.getByRole('tab', { name: 'Payload · differs' })).toBeVisible();
  await compare.getByRole('tab', { name: 'Response · differs' }).click();
  await expect(compare.getByText(/places? differs?\./)).toBeVisible();
  await compare.getByLabel('Ignored fields').fill('requestId, timestamp, duration, order');
  await compare.getByRole('button', { name: 'Apply' }).click();
  await expect(compare.getByRole('tab', { name: 'Payload · same' })).toBeVisible();
  await page.keyboard.press('Escape');

  const before = Number(await console.result.getAttribute('data-run'));
  await page.getByRole('button', { name: 'More for echo' }).last().click();
  await page.getByRole('menuitem', { name: 'Replay' }).dblclick();
  await expect(console.result).toHaveAttribute('data-run', String(before + 1));
  await expect(console.response).toContainText('ord_1');
  await expect(rows).toHaveCount(3);

  await search.fill('');
  await page.getByRole('button', { name: 'History options' }).click();
  await page.getByRole('menuitem', { name: /^Clear history/ }).click();
  await page.getByRole('button', { name: 'Delete runs' }).click();
  await expect(rows).toHaveText([/The first order/]);
});

test('a private run leaves nothing in the history', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.chooseFunction('hello');
  await page.getByText('More options').click();
  await page.getByRole('switch', { name: 'Private runs' }).click();
  await expect(page.getByText(/nothing of the runs of this draft is kept/)).toBeVisible();
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.result).toContainText('private');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('No runs yet')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/nothing of the runs of this draft is kept/)).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('No runs yet')).toBeVisible();
});
