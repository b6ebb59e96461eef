import type { ConsolePage } from '../console-page.ts';
import { photograph } from './picture.ts';

/** Where requests go, what guards them, and what stands in the way. */
photograph({
  switcher: async (console) => guarded(console),
  'production-question': async (console) => {
    await guarded(console);
    await console.chooseFunction('orders-create');
    await console.invokeButton.click();
    await console.page.getByRole('alertdialog').waitFor();
  },
  'connection-local': async ({ page }) => {
    await page.getByRole('button', { name: /^Connection/ }).click();
    await page.getByRole('button', { name: 'Whose keys are these?' }).click();
    await page.getByText('user/local').waitFor();
  },
  'connection-role': async (console) => {
    const dialog = await newConnection(console);
    await dialog.getByLabel('Sign with').selectOption('role');
  },
  vault: async (console) => {
    const dialog = await newConnection(console);
    await dialog.getByLabel('Name', { exact: true }).fill('Orders');
    await dialog.getByLabel('Access key ID').fill('AKIAIOSFODNN7EXAMPLE');
    await dialog.getByLabel('Secret access key').fill('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
    await dialog.getByLabel('Endpoint').fill('http://127.0.0.1:9317');
    await dialog.getByRole('radio', { name: 'In a vault' }).check();
    await dialog.getByLabel('New passphrase of the vault').fill('correct horse');
    await dialog.getByRole('button', { name: 'Save connection' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await console.page.reload();
    await console.page.getByRole('button', { name: /^Connection Orders/ }).click();
    await dialog.getByLabel('Vault passphrase').waitFor();
  },
  'diagnosis-unreachable': async (console) => {
    await console.addConnection({ name: 'SAM local', endpoint: 'http://127.0.0.1:9317' });
    await console.chooseFunction('orders-create');
    await console.invoke();
    await console.result.getByRole('region', { name: 'Diagnosis' }).waitFor();
  },
  'diagnosis-missing': async (console) => {
    await console.chooseFunction('ehco');
    await console.invoke();
    await console.result.getByRole('region', { name: 'Diagnosis' }).waitFor();
  },
  'check-connection': async (console) => {
    await console.chooseFunction('ehco');
    await check(console);
    await console.page.locator('[data-check="Permission to invoke"][data-state="unknown"]').waitFor();
  },
  'check-unreachable': async (console) => {
    await console.addConnection({ name: 'SAM local', endpoint: 'http://127.0.0.1:9317' });
    await check(console);
    await console.page.locator('[data-check="Permission to invoke"][data-state="skipped"]').waitFor();
  },
});

async function newConnection({ page }: ConsolePage) {
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  return dialog;
}

async function guarded(console: ConsolePage): Promise<void> {
  const { page } = console;
  const dialog = await newConnection(console);
  await dialog.getByLabel('Name', { exact: true }).fill('Orders production, Frankfurt');
  await dialog.getByLabel('Region').fill('eu-central-1');
  await dialog.getByLabel('Endpoint').fill('http://127.0.0.1:9317');
  await dialog.getByLabel('Access key ID').fill('ASIAIOSFODNN7EXAMPLE');
  await dialog.getByLabel('Secret access key').fill('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
  await dialog.getByLabel('Session token').fill('token');
  await dialog.getByLabel('Production').check();
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Connection Orders/ }).waitFor();
}

async function check({ page }: ConsolePage): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('check connection');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Check connection' }).waitFor();
}
