import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spellingsIn } from '../tests/secret-finder.ts';
import { ConsolePage } from './console-page.ts';
import { startConsole } from './console-process.ts';
import { expect, test } from './fixtures.ts';
import { keysOf } from './printed-keys.ts';
import { readEverythingStored } from './stored.ts';

test('a profile of this machine gives its credentials on a click, and they are nowhere but in memory', async ({
  page,
}) => {
  const dir = await mkdtemp(join(tmpdir(), 'profiles-'));
  const keysFile = join(dir, 'keys.json');
  await writeFile(
    join(dir, 'config'),
    `[profile plain]\nregion = eu-west-1\n[profile team]\nregion = us-east-1\ncredential_process = cat ${keysFile}\n`,
  );
  const server = await startConsole(['--profiles'], {
    AWS_CONFIG_FILE: join(dir, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(dir, 'credentials'),
  });
  try {
    const { accessKeyId, secretAccessKey } = keysOf(server);
    const process = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey };
    await writeFile(keysFile, JSON.stringify(process));
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/profiles')) asked.push(new URL(request.url()).pathname);
    });
    const console = new ConsolePage(page);
    await page.goto(server.pageUrl);
    await page.getByRole('button', { name: /^Connection.*Local/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Connections' });
    await dialog.getByRole('button', { name: 'New connection' }).click();
    await dialog.getByLabel('Name', { exact: true }).fill('Team');
    await dialog.getByLabel('Endpoint').fill(server.lambdaUrl);
    await dialog.getByLabel('Profile of this machine').selectOption('team');
    await expect(dialog.getByLabel('Access key ID')).toHaveValue('');
    expect(new Set(asked)).toEqual(new Set(['/profiles.json']));

    await dialog.getByRole('button', { name: 'Get its credentials' }).click();
    await expect(dialog.getByLabel('Access key ID')).toHaveValue(accessKeyId);
    expect(asked.filter((path) => path === '/profiles/credentials')).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Save connection' }).click();
    const switcher = page.getByRole('button', { name: /^Connection Team/ });
    await expect(switcher.locator('[title]')).toHaveAttribute('title', /user\/local/);
    await console.chooseFunction('hello');
    await console.invoke();
    await console.expectOutcome('success');

    for (const [place, text] of await page.evaluate(readEverythingStored))
      expect(spellingsIn(text, secretAccessKey), place).toEqual([]);
    expect(server.stdout().split(secretAccessKey), 'once, for another terminal').toHaveLength(2);
    expect(server.log()).not.toContain(secretAccessKey);
    await page.reload();
    await expect(switcher).toContainText('no keys');
  } finally {
    await server.stop();
    await rm(dir, { recursive: true });
  }
});
