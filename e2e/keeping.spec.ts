import type { BrowserContext, Page } from 'playwright/test';
import { finderIn, markedSecret } from '../tests/secret-finder.ts';
import { ConsolePage } from './console-page.ts';
import { answerAsAws } from './credential-answers.ts';
import { expect, test } from './fixtures.ts';
import { guardPages } from './page-guard.ts';
import { readPageFile } from './static-host.ts';
import { readEverythingStored, type StoredPlace } from './stored.ts';

/** Hosted by https: on this machine's own address nothing is kept on the device. */
const origin = 'https://console.example.test';
const aws = ['https://lambda.us-east-1.amazonaws.com', 'https://sts.us-east-1.amazonaws.com'];
const passphrase = markedSecret('Passphrase');
const levels = {
  memory: { choice: 'In this page', keys: makeKeys('Memory') },
  device: { choice: 'On this device', keys: makeKeys('Device') },
  vault: { choice: 'In a vault', keys: makeKeys('Vault') },
};

test('each level keeps what it says and nothing else, in all that a browser stores', async ({ browser }) => {
  // The passphrase is stretched on purpose, and every search is a long one.
  test.slow();
  const context = await browser.newContext();
  const guard = await guardPages(context, { answered: [origin, ...aws] });
  await host(context);
  const page = await context.newPage();
  const asked = await Promise.all(aws.map((endpoint) => answerAsAws(page, endpoint, makeKeys('Given'))));
  await page.goto(`${origin}/`);
  const console = new ConsolePage(page);
  await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
  for (const level of ['memory', 'device', 'vault'] as const) {
    await connect(page, level);
    await console.chooseFunction('hello');
    await console.invoke();
    await console.expectOutcome('success');
  }
  for (const { keys } of Object.values(levels)) expect(asked.join()).toContain(keys.sessionToken);

  const stored = await page.evaluate(readEverythingStored);
  const [kept, others] = [stored.filter(isKeptRecord), stored.filter((place) => !isKeptRecord(place))];
  expect(textOf(kept)).toContain('key, extractable: false');
  expect(textOf(others)).toContain('By vault');
  const { memory, device, vault } = levels;
  const names = [device.keys.accessKeyId, device.keys.sessionToken];
  for (const name of names) expect(finderIn(textOf(kept))(name)).not.toEqual([]);
  expect(leaksIn(others, names)).toEqual([]);
  const secrets = [memory, device, vault].map(({ keys }) => keys.secretAccessKey);
  const rest = [memory, vault].flatMap(({ keys }) => [keys.accessKeyId, keys.sessionToken]);
  expect(leaksIn(stored, [...secrets, ...rest, passphrase])).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  await page.reload();
  await useConnection(page, 'By device');
  await console.invoke();
  await console.expectOutcome('success');
  expect(guard.problems).toEqual([]);
  await context.close();
});

/** The one place where something of credentials may be. */
const isKeptRecord = ([place]: StoredPlace): boolean => place === 'invoke-console-credentials records';

const textOf = (places: readonly StoredPlace[]): string => places.map((place) => place.join(' ')).join('\n');

function leaksIn(places: readonly StoredPlace[], secrets: readonly string[]): string[] {
  const spellingsOf = finderIn(textOf(places));
  return secrets.flatMap((secret) => spellingsOf(secret).map((how) => `${secret} ${how}`));
}

function makeKeys(name: string) {
  const letters = markedSecret('')
    .replaceAll(/[^A-Za-z]/g, '')
    .toUpperCase();
  return {
    accessKeyId: `ASIA${letters.padEnd(28, 'X').slice(0, 28)}`,
    secretAccessKey: markedSecret(`${name}Secret`),
    sessionToken: markedSecret(`${name}Token`),
  };
}

async function host(context: BrowserContext): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    const file = await readPageFile(new URL(route.request().url()).pathname).catch(() => undefined);
    if (file) await route.fulfill({ body: file.body, contentType: file.type });
    else await route.fulfill({ status: 404 });
  });
}

async function connect(page: Page, level: keyof typeof levels): Promise<void> {
  const { keys, choice } = levels[level];
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(`By ${level}`);
  await dialog.getByLabel('Region').fill('us-east-1');
  await dialog.getByLabel('Access key ID').fill(keys.accessKeyId);
  await dialog.getByLabel('Secret access key').fill(keys.secretAccessKey);
  await dialog.getByLabel('Session token').fill(keys.sessionToken);
  await dialog.getByRole('radio', { name: choice }).check();
  if (level === 'vault') await dialog.getByLabel('New passphrase of the vault').fill(passphrase);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(dialog).toBeHidden();
}

async function useConnection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name }).click();
  await dialog.getByRole('button', { name: 'Use this connection' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
