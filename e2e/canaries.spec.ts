import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { finderIn, markedSecret } from '../tests/secret-finder.ts';
import { ConsolePage, type Outcome } from './console-page.ts';
import { startConsole } from './console-process.ts';
import { answerAsAws, type AnsweringKeys } from './credential-answers.ts';
import { expect, test } from './fixtures.ts';
import { readEverythingStored } from './stored.ts';

/** Everything that a person may type as a credential, and what the services give for it. */
const typed = {
  accessKeyId: keyId('AKIA'),
  secretAccessKey: markedSecret('TypedSecret'),
  sessionToken: markedSecret('TypedToken'),
  vaultPassphrase: markedSecret('VaultPassphrase'),
  mfaCode: markedSecret('MfaCode'),
  loginToken: markedSecret('LoginToken'),
  linkPassphrase: markedSecret('LinkPassphrase'),
};
const given: AnsweringKeys = {
  accessKeyId: keyId('ASIA'),
  secretAccessKey: markedSecret('GivenSecret'),
  sessionToken: markedSecret('GivenToken'),
};
const secrets = Object.entries({ ...typed, ...prefixed('given', given) });

/** In the payload: each way out must be seen to carry what it should. */
const marker = 'marker-of-the-payload';

type Seen = [where: string, text: string][];

test('no credential leaves the memory of the page by any way out', async ({ page }) => {
  test.slow();
  const dir = await mkdtemp(join(tmpdir(), 'canaries-'));
  const server = await startConsole(['--presets', dir]);
  const seen: Seen = [];
  page.on('console', (message) => seen.push(['console', message.text()]));
  page.on('framenavigated', (frame) => seen.push(['address', frame.url()]));
  try {
    const asked = await answerAsAws(page, server.lambdaUrl, given);
    await page.goto(server.pageUrl);
    seen.push(...(await runsOfEveryKind(page, server.lambdaUrl)));
    const ways = [...(await savedPresets(page)), ...(await sharedLinks(page)), ...(await savedBackup(page))];
    const stored = JSON.stringify(await page.evaluate(readEverythingStored));
    ways.push(['storage', stored], ['folder', await textOfFolder(dir)]);
    for (const [way, text] of ways) expect(text.includes(marker), way).toBe(!way.startsWith('link'));
    seen.push(...ways, ['the page at the end', (await page.evaluate(everythingShown)).join('\n')]);
    seen.push(['the server', server.stdout() + server.log()]);

    // All of them were in use: there was something to leak.
    const { accessKeyId, sessionToken, mfaCode, loginToken } = typed;
    const spellingsOf = finderIn(asked.join('\n'));
    for (const used of [accessKeyId, sessionToken, mfaCode, loginToken, given.sessionToken])
      expect(spellingsOf(used), used).not.toEqual([]);
    expect(leaksIn(seen)).toEqual([]);
  } finally {
    await server.stop();
    await rm(dir, { recursive: true });
  }
});

/** Runs that succeed, are refused and are lost, with every kind of credential; what the page shows, and copies. */
async function runsOfEveryKind(page: Page, endpoint: string): Promise<Seen> {
  const console = new ConsolePage(page);
  const shown = new Set<string>();
  await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
  await console.pastePayload(JSON.stringify({ marker }));
  const run = async (functionName: string, outcome: Outcome): Promise<void> => {
    await console.chooseFunction(functionName);
    await console.invoke();
    await console.expectOutcome(outcome);
    for (const tab of ['Response', 'Log', 'Attempts', 'Request', 'Headers']) {
      await console.showTab(tab);
      for (const text of await page.evaluate(everythingShown)) shown.add(text);
    }
  };
  await connectByVaultAndCode(page, endpoint);
  await run('hello', 'success');
  const copies = await copiesOfRun(page);
  await connectByToken(page, endpoint);
  await run('hello', 'success');
  await connectByKeys(page, endpoint);
  await run('refused', 'rejected');
  await run('lost', 'unknown');
  return [...copies, ['the page', [...shown].join('\n')]];
}

function leaksIn(seen: Seen): string[] {
  return seen.flatMap(([where, text]) => {
    const spellingsOf = finderIn(text);
    return secrets.flatMap(([name, secret]) => spellingsOf(secret).map((how) => `${where}: ${name} ${how}`));
  });
}

async function openForm(page: Page, name: string, endpoint: string) {
  await page.getByRole('button', { name: /^Connection/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Connections' });
  await dialog.getByRole('button', { name: 'New connection' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Endpoint').fill(endpoint);
  return dialog;
}

async function connectByVaultAndCode(page: Page, endpoint: string): Promise<void> {
  const dialog = await openForm(page, 'By code', endpoint);
  await dialog.getByLabel('Sign with').selectOption('session');
  await dialog.getByLabel('MFA device').fill('arn:aws:iam::123456789012:mfa/ada');
  await dialog.getByLabel('Access key ID').fill(typed.accessKeyId);
  await dialog.getByLabel('Secret access key').fill(typed.secretAccessKey);
  await dialog.getByLabel('Session token').fill(typed.sessionToken);
  await dialog.getByRole('radio', { name: 'In a vault' }).check();
  await dialog.getByLabel('New passphrase of the vault').fill(typed.vaultPassphrase);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await dialog.getByLabel('MFA code').fill(typed.mfaCode);
  await dialog.getByRole('button', { name: 'Open session' }).click();
  await expect(dialog.getByLabel('MFA code')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function connectByToken(page: Page, endpoint: string): Promise<void> {
  const dialog = await openForm(page, 'By token', endpoint);
  await dialog.getByLabel('Sign with').selectOption('cognito');
  await dialog.getByLabel('Identity pool ID').fill('us-east-1:11111111-2222-3333-4444-555555555555');
  await dialog.getByLabel('Login provider').fill('accounts.example');
  await dialog.getByLabel('Login token').fill(typed.loginToken);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(dialog).toBeHidden();
}

async function connectByKeys(page: Page, endpoint: string): Promise<void> {
  const dialog = await openForm(page, 'By keys', endpoint);
  const { accessKeyId, secretAccessKey, sessionToken } = typed;
  await dialog
    .getByLabel('Paste credentials')
    .fill(
      `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}`,
    );
  await expect(dialog.getByLabel('Session token')).toHaveValue(sessionToken);
  await dialog.getByRole('button', { name: 'Save connection' }).click();
  await expect(dialog).toBeHidden();
}

async function copiesOfRun(page: Page): Promise<Seen> {
  const copies: Seen = [];
  for (const label of ['AWS CLI', 'curl', 'JavaScript', 'Python', 'Go']) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Copy as' }).first().click();
    await page.getByRole('menuitem', { name: new RegExp(`^${label}`) }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    copies.push([`copied as ${label}`, await page.evaluate(() => navigator.clipboard.readText())]);
  }
  return copies;
}

/** On the device and in the folder, and all of the device as a file. */
async function savedPresets(page: Page): Promise<Seen> {
  for (const where of ['device', 'folder']) {
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await page.getByRole('textbox', { name: 'Name' }).fill(`Kept in the ${where}`);
    await page.getByLabel('Where').selectOption(where);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: `Kept in the ${where}`, exact: true })).toBeVisible();
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all presets' }).click();
  return [['export', await readFile(await (await download).path(), 'utf8')]];
}

async function sharedLinks(page: Page): Promise<Seen> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#p=1\./);
  const plain = await link.inputValue();
  await page.getByLabel('Passphrase').fill(typed.linkPassphrase);
  await page.getByRole('button', { name: 'Make encrypted link' }).click();
  await expect(link).toHaveValue(/#p=1e\./);
  const sealed = await link.inputValue();
  await page.keyboard.press('Escape');
  const inside = inflateRawSync(Buffer.from(plain.replace(/^.*#p=1\./, ''), 'base64url')).toString();
  return [
    ['inside the link', inside],
    ['link', plain],
    ['link with a passphrase', sealed],
  ];
}

async function savedBackup(page: Page): Promise<Seen> {
  await page.keyboard.press('Shift+Alt+H');
  await page.getByRole('button', { name: 'History options' }).click();
  await page.getByRole('menuitem', { name: /^Back up everything/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save backup' }).click();
  const text = gunzipSync(await readFile(await (await download).path())).toString();
  for (const part of ['By code', 'By keys', 'refused', 'Kept in the device']) expect(text).toContain(part);
  return [['backup', text]];
}

async function textOfFolder(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile());
  expect(files.length).toBeGreaterThan(0);
  const texts = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'utf8')));
  return [...files.map(({ name }) => name), ...texts].join('\n');
}

/** Runs in the page: its address, its title, every text and attribute of its document, and what its fields hold. */
function everythingShown(): string[] {
  const elements = [...document.querySelectorAll('*')];
  const texts = elements.flatMap((one) => [
    ...[...one.attributes].map(({ value }) => value),
    ...[...one.childNodes].map((node) =>
      node.nodeType === Node.ELEMENT_NODE ? '' : (node.textContent ?? ''),
    ),
    one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : '',
  ]);
  const around = [location.href, document.title, JSON.stringify(history.state), window.name, document.cookie];
  return [...around, ...texts, ...performance.getEntries().map(({ name }) => name)].filter(
    (text) => text !== '',
  );
}

function keyId(prefix: string): string {
  const letters = markedSecret('')
    .replaceAll(/[^A-Za-z]/g, '')
    .toUpperCase();
  return `${prefix}${letters.padEnd(16, 'X').slice(0, 16)}`;
}

function prefixed(prefix: string, values: AnsweringKeys): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix} ${name}`, value as string]),
  );
}
