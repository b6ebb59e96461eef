import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const tools = [
  ['AWS CLI', 'aws', 'aws lambda invoke'],
  ['curl', 'curl', '--aws-sigv4'],
] as const;

for (const [label, program, words] of tools) {
  test(`what is copied as ${label} runs in a shell and sends the same (skipped where ${program} is missing)`, async ({
    page,
  }) => {
    test.skip(!isInstalled(program), `${program} is not installed`);
    const console = new ConsolePage(page);
    await console.open();
    await console.chooseFunction('echo');
    const payload = `{"it's": "$(id) \`id\` \\\\ !! 🚀", "n": 1.10}`;
    await console.pastePayload(payload);
    await console.invoke();
    await page.getByRole('button', { name: 'Copy as' }).first().click();
    await page.getByRole('menuitem', { name: label }).click();
    await expect(page.getByText(`Copied as ${label}`, { exact: true })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(words);
    const secret = await secretOf(console);
    expect(text).not.toContain(secret.secretAccessKey);
    expect(text).not.toContain(secret.accessKeyId);
    const printed = execFileSync('bash', ['-c', `{ ${text}} | cat`], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: tmpdir(),
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_ACCESS_KEY_ID: secret.accessKeyId,
        AWS_SECRET_ACCESS_KEY: secret.secretAccessKey,
        ...(secret.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: secret.sessionToken }),
      },
    }).toString();
    expect(printed).toContain(JSON.stringify(JSON.parse(payload)).slice(1, -1));
  });
}

interface Secret {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

async function secretOf({ page }: ConsolePage): Promise<Secret> {
  const answer: unknown = await page.evaluate(async () => (await fetch('connection.json')).json());
  return (answer as { credentials: Secret }).credentials;
}

/** By a look along PATH: `aws` takes a second to tell its version. */
function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
