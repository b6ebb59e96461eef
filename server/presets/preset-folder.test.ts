import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPresetFolder } from './preset-folder.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'presets-'));
  await mkdir(join(dir, 'orders'));
});

afterEach(() => rm(dir, { recursive: true }));

test('a preset comes with the payload that lies beside it, byte for byte', async () => {
  const payload = Buffer.from('\ufeff{"n":1e400}\r\n');
  await writeFile(join(dir, 'orders/refund.preset.json'), '{"format":"invoke-console/presets"}');
  await writeFile(join(dir, 'orders/refund.json'), payload);
  await writeFile(join(dir, 'orders/bare.preset.json'), '{}');
  const { files, skipped } = await readPresetFolder(dir);
  expect(files).toEqual([
    { path: 'orders/bare.preset.json', version: expect.any(String) as string, preset: '{}', payload: null },
    {
      path: 'orders/refund.preset.json',
      version: expect.any(String) as string,
      preset: '{"format":"invoke-console/presets"}',
      payload: payload.toString('base64'),
    },
  ]);
  expect(skipped).toEqual([]);
});

test('nothing outside the folder is read, also not through a link', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'outside-'));
  await writeFile(join(outside, 'secret.preset.json'), 'canary');
  await writeFile(join(outside, 'secret.json'), 'canary');
  await symlink(outside, join(dir, 'linked'));
  await symlink(join(outside, 'secret.preset.json'), join(dir, 'orders/secret.preset.json'));
  await writeFile(join(dir, 'orders/own.preset.json'), '{}');
  await symlink(join(outside, 'secret.json'), join(dir, 'orders/own.json'));
  expect((await readPresetFolder(dir)).files).toEqual([
    expect.objectContaining({ path: 'orders/own.preset.json', preset: '{}', payload: null }),
  ]);
  await rm(outside, { recursive: true });
});

test('a file that is too large is named and left out', async () => {
  await writeFile(join(dir, 'orders/big.preset.json'), '{}');
  await writeFile(join(dir, 'orders/big.json'), Buffer.alloc(21 * 1024 * 1024));
  const { files, skipped } = await readPresetFolder(dir);
  expect(files).toEqual([]);
  expect(skipped).toEqual([
    { path: 'orders/big.preset.json', reason: expect.stringContaining('20 MiB') as string },
  ]);
});
