import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { openMeasure } from './more-ways.ts';
import { keysOf } from './printed-keys.ts';

test('a production connection asks for the name, again after a change, and no key repeat gets through', async ({
  page,
  server,
}) => {
  test.slow();
  const console = new ConsolePage(page);
  await console.open();
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Orders prod');
  await dialog.getByLabel('Endpoint').fill(server.lambdaUrl);
  const { accessKeyId, secretAccessKey } = keysOf(server);
  await dialog
    .getByLabel('Paste credentials')
    .fill(`export AWS_ACCESS_KEY_ID=${accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${secretAccessKey}`);
  await expect(dialog.getByLabel('Access key ID')).toHaveValue(accessKeyId);
  await expect(dialog.getByLabel('Paste credentials')).toHaveValue('');
  await dialog.getByLabel('Production').check();
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(page.getByRole('button', { name: /^Connection Orders prod.*production/ })).toBeVisible();
  await expect(page).toHaveTitle(/Orders prod/);

  await console.chooseFunction('hello');
  await console.functionBox.focus();
  await page.keyboard.down('Control');
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.up('Control');
  const question = page.getByRole('alertdialog', { name: 'Run on production?' });
  const name = question.getByRole('textbox', { name: /^Type the function/ });
  await expect(name).toBeFocused();
  await expect(console.result).toHaveAttribute('data-run', '0');
  await name.fill('hell');
  await name.press('Enter');
  await expect(question).toContainText('The name is hello');
  await expect(console.result).toHaveAttribute('data-run', '0');
  await name.fill('hello');
  await name.press('Enter');
  await expect(console.result).toHaveAttribute('data-state', 'done');
  await console.expectOutcome('success');
  await expect(console.result).toHaveAttribute('data-run', '1');

  await console.chooseFunction('echo');
  await console.invokeButton.click();
  await expect(question).toContainText('echo');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(console.result).toHaveAttribute('data-run', '1');

  await seriesAsksOnce(page, 'echo');
});

/** A series asks once for all of its runs, and sends none before the answer. */
async function seriesAsksOnce(page: Page, functionName: string): Promise<void> {
  const question = page.getByRole('alertdialog', { name: 'Run on production?' });
  const name = question.getByRole('textbox', { name: /^Type the function/ });
  const measure = await openMeasure(page);
  await measure.getByRole('textbox', { name: 'Runs' }).fill('3');
  await measure.getByRole('button', { name: 'Start measuring' }).click();
  await expect(question).toContainText('up to 3');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /^Measure/ })).toBeHidden();
  await measure.getByRole('button', { name: 'Start measuring' }).click();
  await name.fill(functionName);
  await name.press('Enter');
  await expect(measure.getByRole('status')).toHaveText(/^Done.*3/);
}

test('credentials that end in the middle of a session are counted down, held back and renewed in place', async ({
  page,
  server,
}) => {
  await page.clock.install();
  const console = new ConsolePage(page);
  await console.open();
  const { accessKeyId, secretAccessKey } = keysOf(server);
  await console.addConnection({
    name: 'Short',
    endpoint: server.lambdaUrl,
    keys: { accessKeyId, secretAccessKey },
  });
  await console.chooseFunction('echo');
  await console.pastePayload('{"kept":true}');
  const paste = async (expiration: Date): Promise<void> => {
    await page.getByRole('button', { name: /^Connection/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connections' });
    const document = {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        Expiration: expiration.toISOString(),
      },
    };
    await dialog.getByLabel('Paste credentials').fill(JSON.stringify(document));
    await dialog.getByRole('button', { name: 'Save connection' }).click();
    await expect(dialog).toBeHidden();
  };
  await paste(new Date(Date.now() + 150_000));
  const switcher = page.getByRole('button', { name: /^Connection Short/ });
  await expect(switcher).toContainText('keys end in');
  await expect(page.getByText(/^The credentials of Short end at/)).toBeVisible();
  // Less than the five minutes by which a signature may be off.
  await page.clock.fastForward(151_000);
  await expect(switcher).toContainText('keys expired');
  await console.invoke();
  await console.expectOutcome('not-sent');
  await expect(console.result).toContainText('The credentials of Short ended');

  await paste(new Date(Date.now() + 3_600_000));
  await expect(switcher).toContainText('keys end in');
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('"kept"');
});

test('the vault locks, survives a reload and opens with its passphrase alone', async ({ page, server }) => {
  const console = new ConsolePage(page);
  await console.open();
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  const { accessKeyId, secretAccessKey } = keysOf(server);
  await dialog.getByLabel('Name', { exact: true }).fill('Kept');
  await dialog.getByLabel('Endpoint').fill(server.lambdaUrl);
  await dialog.getByLabel('Access key ID').fill(accessKeyId);
  await dialog.getByLabel('Secret access key').fill(secretAccessKey);
  await dialog.getByRole('radio', { name: 'In a vault' }).check();
  await dialog.getByLabel('New passphrase of the vault').fill('correct horse');
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(dialog).toBeHidden();
  await console.chooseFunction('hello');
  await console.invoke();
  await console.expectOutcome('success');

  await page.reload();
  const switcher = page.getByRole('button', { name: /^Connection Kept/ });
  await expect(switcher).toContainText('locked');
  await console.invoke();
  await console.expectOutcome('not-sent');
  await switcher.click();
  await dialog.getByLabel('Vault passphrase').fill('wrong');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog).toContainText('The passphrase is wrong');
  await dialog.getByLabel('Vault passphrase').fill('correct horse');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await console.invoke();
  await console.expectOutcome('success');
});
