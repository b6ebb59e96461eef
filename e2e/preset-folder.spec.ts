import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsolePage } from './console-page.ts';
import { startConsole } from './console-process.ts';
import { expect, test } from './fixtures.ts';

test('the presets of --presets DIR open as drafts and their payload is sent byte for byte', async ({
  page,
}) => {
  const dir = await mkdtemp(join(tmpdir(), 'preset-folder-'));
  await mkdir(join(dir, 'echo'));
  const payload = '{"id":12345678901234567890,\r\n"a":1,"a":2}';
  const preset = {
    format: 'invoke-console/presets',
    version: 1,
    presets: [{ id: 'p-1', name: 'Big order', request: { functionName: 'echo', logType: 'Tail' } }],
  };
  await writeFile(join(dir, 'echo/big-order.preset.json'), JSON.stringify(preset));
  await writeFile(join(dir, 'echo/big-order.json'), payload);
  await writeFile(join(dir, 'echo/broken.preset.json'), '{');
  const server = await startConsole(['--presets', dir]);
  try {
    await page.goto(server.pageUrl);
    const console = new ConsolePage(page);
    await page.getByRole('button', { name: 'Big order', exact: true }).click();
    await expect(console.functionBox).toHaveValue('echo');
    await expect(page.getByText('echo/broken.preset.json')).toBeVisible();
    const request = page.waitForRequest(
      (one) => one.method() === 'POST' && one.url().includes('/invocations'),
    );
    await console.invoke();
    expect((await request).postData()).toBe(payload);
    await console.expectOutcome('success');
  } finally {
    await server.stop();
    await rm(dir, { recursive: true });
  }
});

test('page and folder follow each other, and neither overwrites what the other did unasked', async ({
  page,
}) => {
  const dir = await mkdtemp(join(tmpdir(), 'preset-folder-'));
  const server = await startConsole(['--presets', dir]);
  try {
    await page.goto(server.pageUrl);
    const console = new ConsolePage(page);
    await expect(console.editorFrame('Payload')).toHaveAttribute('data-editor', 'ready');
    await console.chooseFunction('echo');
    await console.pastePayload('{"n": 1.0}');
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByRole('textbox', { name: 'Name' }).fill('Team event');
    await page.getByLabel('Where').selectOption('folder');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('echo/team-event.preset.json', { exact: true })).toBeVisible();
    const payloadFile = join(dir, 'echo/team-event.json');
    expect(await readFile(payloadFile, 'utf8')).toBe('{"n": 1.0}');

    await writeFile(join(dir, 'echo/by-hand.preset.json'), presetNamed('By hand'));
    await expect(page.getByRole('button', { name: 'By hand', exact: true })).toBeVisible();

    await console.pastePayload('{"n": 2.0}');
    await writeFile(payloadFile, '{"n": 3.0}');
    await page.keyboard.press('ControlOrMeta+s');
    const conflict = page.getByRole('alertdialog', { name: 'The preset was changed meanwhile' });
    await expect(conflict).toContainText('− {"n": 3.0}');
    await expect(conflict).toContainText('+ {"n": 2.0}');
    expect(await readFile(payloadFile, 'utf8')).toBe('{"n": 3.0}');
    await conflict.getByRole('button', { name: 'Replace with mine' }).click();
    await expect.poll(() => readFile(payloadFile, 'utf8')).toBe('{"n": 2.0}');
  } finally {
    await server.stop();
    await rm(dir, { recursive: true });
  }
});

function presetNamed(name: string): string {
  return JSON.stringify({
    format: 'invoke-console/presets',
    version: 1,
    presets: [{ name, request: { functionName: 'echo' } }],
  });
}
