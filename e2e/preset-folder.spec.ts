import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
    await page.getByRole('button', { name: 'Big order' }).click();
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
