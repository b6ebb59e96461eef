import type { Page } from 'playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './counting-fixtures.ts';
import { keysOf } from './printed-keys.ts';

const account = '000000000000';

async function openForm(page: Page, name: string, signWith: 'role' | 'session') {
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Sign with').selectOption(signWith);
  return dialog;
}

test('a wrong key says so at once; a role is assumed, and assumed again when its session ends before its time', async ({
  page,
  server,
  functions,
}) => {
  const console = new ConsolePage(page);
  const keys = keysOf(server);
  await console.open();
  const dialog = await openForm(page, 'By role', 'role');
  await dialog.getByLabel('Endpoint').fill(server.lambdaUrl);
  await dialog.getByLabel('Role ARN').fill(`arn:aws:iam::${account}:role/tester`);
  await dialog.getByLabel('Access key ID').fill(keys.accessKeyId);
  await dialog.getByLabel('Secret access key').fill('not-the-secret');
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  const switcher = page.getByRole('button', { name: /^Connection By role/ });
  await expect(switcher).toContainText('keys rejected');
  await expect(page.getByText(/^The credentials of By role were rejected\./)).toBeVisible();

  await switcher.click();
  await dialog.getByLabel('Access key ID').fill(keys.accessKeyId);
  await dialog.getByLabel('Secret access key').fill(keys.secretAccessKey);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(switcher).toContainText(account);
  await expect(switcher).not.toContainText('keys rejected');
  await switcher.click();
  await expect(dialog.locator('[data-field="identity"]')).toContainText(
    `arn:aws:sts::${account}:assumed-role/tester/`,
  );
  await page.keyboard.press('Escape');

  const before = await functions.runs();
  await console.chooseFunction('count');
  await console.pastePayload(`{"fault":"end-session","once":"${crypto.randomUUID()}"}`);
  await console.invoke();
  await console.expectOutcome('success');
  expect(await functions.runs()).toBe(before + 1);
  await console.showTab('Attempts');
  await expect(console.result).toContainText('ExpiredTokenException');
});

test('a code opens a session; when that ends before its time the run says so, and the next code goes on', async ({
  page,
  server,
  functions,
}) => {
  const console = new ConsolePage(page);
  const keys = keysOf(server);
  await console.open();
  const dialog = await openForm(page, 'By code', 'session');
  await dialog.getByLabel('Endpoint').fill(server.lambdaUrl);
  await dialog.getByLabel('MFA device').fill(`arn:aws:iam::${account}:mfa/ada`);
  await dialog.getByLabel('Access key ID').fill(keys.accessKeyId);
  await dialog.getByLabel('Secret access key').fill(keys.secretAccessKey);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  const open = async (code: string): Promise<void> => {
    await dialog.getByLabel('MFA code').fill(code);
    await dialog.getByRole('button', { name: 'Open session' }).click();
  };
  await open('000000');
  await expect(dialog).toContainText('MultiFactorAuthentication failed with invalid MFA');
  await open('111111');
  await expect(dialog.locator('[data-field="identity"]')).toContainText(`arn:aws:iam::${account}:user/local`);
  await page.keyboard.press('Escape');

  const before = await functions.runs();
  await console.chooseFunction('count');
  await console.pastePayload('{"fault":"end-session"}');
  await console.invoke();
  await console.expectOutcome('rejected');
  await expect(console.result.getByRole('region', { name: 'Diagnosis' })).toHaveAttribute(
    'data-layer',
    'credentials',
  );
  expect(await functions.runs()).toBe(before);

  await console.result.getByRole('button', { name: /credentials/i }).click();
  await open('222222');
  await expect(dialog.getByLabel('MFA code')).toHaveValue('');
  await page.keyboard.press('Escape');
  await console.pastePayload('{}');
  await console.invoke();
  await console.expectOutcome('success');
  expect(await functions.runs()).toBe(before + 1);
});
