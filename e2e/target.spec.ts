import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsolePage } from './console-page.ts';
import { startConsole } from './console-process.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ tenantsUrl: string }>({
  /** A server whose function `shop` isolates tenants and logs JSON. */
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
  tenantsUrl: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'functions-'));
    await writeFile(
      join(folder, 'shop.mjs'),
      'export const handler = async (_event, context) => context.tenantId;',
    );
    const settings = { tenantIsolation: true, logFormat: 'JSON', timeout: 7 };
    await writeFile(join(folder, 'shop.function.json'), JSON.stringify(settings));
    const server = await startConsole(['--functions', folder]);
    await use(server.pageUrl);
    await server.stop();
    await rm(folder, { recursive: true });
  },
});

const suggestions = (console: ConsolePage) => console.page.getByRole('option');

test('versions and aliases are proposed with what they point to, and those of earlier runs too', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await console.functionBox.fill('greet');
  await suggestions(console).filter({ hasText: 'greeting' }).click();
  await expect(console.functionBox).toHaveValue('greeting');
  await expect(page.getByRole('note', { name: 'Function settings' })).toContainText('time-out');
  await console.qualifierBox.click();
  await expect(suggestions(console).filter({ hasText: 'live' })).toContainText(
    'alias of 1 (60 %) and 2 (40 %)',
  );
  await console.qualifierBox.press('Escape');

  await console.qualifierBox.fill('gone');
  await console.qualifierBox.press('Escape');
  await console.invoke();
  await console.expectOutcome('rejected');
  await console.qualifierBox.fill('');
  await expect(suggestions(console).filter({ hasText: 'gone' })).toBeVisible();
  await console.chooseFunction('no-such-function');
  await console.invoke();
  await console.functionBox.fill('no-such');
  await expect(suggestions(console).filter({ hasText: 'no-such-function' })).toBeVisible();
});

test('addresses, ARNs and qualifiers that do not fit are said before anything is sent; options that do not go together are explained and never switched', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open();
  await test.step('two qualifiers that differ are said at the field', async () => {
    await console.chooseFunction('greeting:live');
    await console.qualifierBox.fill('2');
    await expect(console.qualifierBox).toHaveAccessibleDescription(/two qualifiers that differ/);
    await console.invoke();
    await console.expectOutcome('rejected');
    expect(await console.value('error-code')).toBe('InvalidParameterValueException');
    await console.qualifierBox.fill('live');
    await expect(console.qualifierBox).not.toHaveAccessibleDescription(/./);
  });
  await test.step('the address of a function in the AWS console becomes a name and a qualifier', async () => {
    const home = (region: string) => `https://${region}.console.aws.amazon.com/lambda/home?region=${region}`;
    await console.functionBox.fill(`${home('us-east-1')}#/functions/greeting/aliases/live?tab=testing`);
    await expect(console.functionBox).toHaveValue('greeting');
    await expect(console.qualifierBox).toHaveValue('live');
    await expect(console.functionBox).not.toHaveAccessibleDescription(/./);
    await console.invoke();
    await console.expectOutcome('success');

    await console.functionBox.fill(`${home('eu-west-1')}#/functions/greeting/versions/2`);
    await expect(console.qualifierBox).toHaveValue('2');
    await expect(console.functionBox).toHaveAccessibleDescription(/is in eu-west-1/);
  });
  await test.step('an ARN of another region is said at the field', async () => {
    await console.qualifierBox.fill('');
    await console.chooseFunction('arn:aws:lambda:eu-west-1:000000000000:function:greeting');
    await expect(console.functionBox).toHaveAccessibleDescription(/is in eu-west-1/);
    await console.chooseFunction('arn:aws:lambda:us-east-1:111122223333:function:greeting');
    await expect(console.functionBox).toHaveAccessibleDescription(/account 111122223333/);
  });
  await test.step('options are explained and never switched', () => expectExplained(console));
});

test('the form asks for the tenant id that a function wants', async ({ page, tenantsUrl }) => {
  const console = new ConsolePage(page);
  await page.goto(tenantsUrl);
  await console.chooseFunction('shop');
  const tenant = page.getByRole('textbox', { name: 'Tenant ID' });
  await expect(tenant).toHaveAccessibleDescription(/without a tenant ID/);
  await expect(page.getByRole('note', { name: 'Function settings' })).toContainText(
    'time-out 7 s · JSON log · isolates tenants',
  );
  await tenant.fill('blue');
  await expect(tenant).not.toHaveAccessibleDescription(/refuses/);
  await console.invoke();
  await console.expectOutcome('success');
  await expect(console.response).toContainText('blue');
});

async function expectExplained(console: ConsolePage): Promise<void> {
  const { page } = console;
  await console.chooseFunction('hello');
  const tailLog = page.getByRole('switch', { name: 'Tail log' });
  const stream = page.getByRole('switch', { name: 'Stream response' });
  await stream.check();
  await console.chooseType('Event');
  await expect(tailLog).toBeChecked();
  await expect(stream).toBeChecked();
  const notes = page.getByRole('status').filter({ hasText: 'Queues the event' });
  await expect(notes).toContainText('An Event can’t be streamed');
  await expect(notes).toContainText('Tail log is left out');
  await console.invoke();
  await console.expectOutcome('not-sent');

  await stream.uncheck();
  await expect(notes).not.toContainText('streamed');
  await expect(stream).toHaveAccessibleDescription(/no response to stream/);
  await console.invoke();
  await console.expectOutcome('accepted');
  await console.chooseType('RequestResponse');
  await expect(tailLog).toBeChecked();
  await expect(notes).toHaveCount(0);
}
