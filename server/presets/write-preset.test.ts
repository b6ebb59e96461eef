import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPresetFolder } from './preset-folder.ts';
import { presetWriter, type PresetChange } from './write-preset.ts';

let dir = '';
let write: ReturnType<typeof presetWriter>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'presets-'));
  write = presetWriter(dir);
});

afterEach(() => rm(dir, { recursive: true }));

const path = 'orders/refund.preset.json';
const documentOf = (name: string): string =>
  JSON.stringify({
    format: 'invoke-console/presets',
    version: 1,
    presets: [{ name, request: { functionName: 'orders' } }],
  });
const change = (more: Partial<PresetChange> = {}): PresetChange => ({
  path,
  version: null,
  files: { preset: documentOf('Refund'), payload: Buffer.from('{"n":1.0}\r\n') },
  ...more,
});
const versionNow = async (): Promise<string> => (await readPresetFolder(dir)).files[0]?.version ?? '';

test('writes both files byte for byte, and nothing else stays behind', async () => {
  const written = await write(change());
  expect(written).toEqual({ kind: 'written', version: await versionNow() });
  expect(await readFile(join(dir, 'orders/refund.json'), 'utf8')).toBe('{"n":1.0}\r\n');
  expect(await readdir(join(dir, 'orders'))).toEqual(['refund.json', 'refund.preset.json']);
});

test('a payload that is gone takes its file along, and so does a removed preset', async () => {
  await write(change());
  const files = { preset: documentOf('Refund'), payload: null };
  await write(change({ version: await versionNow(), files }));
  expect(await readdir(join(dir, 'orders'))).toEqual(['refund.preset.json']);
  await write(change({ version: await versionNow(), files: null }));
  expect(await readdir(join(dir, 'orders'))).toEqual([]);
});

test('a file that was changed since it was read is shown, never overwritten', async () => {
  await write(change());
  const version = await versionNow();
  await writeFile(join(dir, 'orders/refund.json'), '"by hand"');
  const changed = await write(change({ version }));
  expect(changed).toMatchObject({
    kind: 'conflict',
    file: { path, version: await versionNow(), payload: Buffer.from('"by hand"').toString('base64') },
  });
  expect(await readFile(join(dir, 'orders/refund.json'), 'utf8')).toBe('"by hand"');
});

test('a file that is gone, or has come, since it was read is a conflict too', async () => {
  expect(await write(change({ version: 'old' }))).toEqual({ kind: 'conflict', file: null });
  await write(change());
  expect(await write(change())).toMatchObject({ kind: 'conflict', file: { path } });
});

test('of two changes upon one version, one is kept and the other is told', async () => {
  const results = await Promise.all([write(change()), write(change())]);
  expect(results.map(({ kind }) => kind)).toEqual(['written', 'conflict']);
});

test('an event file that happens to have the name of the payload is not overwritten', async () => {
  await mkdir(join(dir, 'orders'));
  await writeFile(join(dir, 'orders/refund.json'), 'mine');
  expect(await write(change())).toEqual({ kind: 'taken' });
  expect(await readFile(join(dir, 'orders/refund.json'), 'utf8')).toBe('mine');
});

test.each([
  '../outside.preset.json',
  'orders/../../outside.preset.json',
  '..\\outside.preset.json',
  '/tmp/outside.preset.json',
  'orders/refund.json',
  'orders/sub/refund.preset.json',
  'orders\u0000/refund.preset.json',
])('refuses the path %j', async (odd) => {
  expect(await write(change({ path: odd }))).toMatchObject({ kind: 'refused' });
  expect(await readdir(dir)).toEqual([]);
});

test('writes nothing through a link, whether of a folder or of a file', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'outside-'));
  await symlink(outside, join(dir, 'linked'));
  await mkdir(join(dir, 'orders'));
  await writeFile(join(outside, 'target.json'), 'canary');
  await symlink(join(outside, 'target.json'), join(dir, 'orders/refund.json'));
  expect(await write(change({ path: 'linked/a.preset.json' }))).toMatchObject({ kind: 'refused' });
  expect(await write(change())).toMatchObject({ kind: 'refused' });
  expect(await readdir(outside)).toEqual(['target.json']);
  expect(await readFile(join(outside, 'target.json'), 'utf8')).toBe('canary');
  await rm(outside, { recursive: true });
});

test('a file that was named by hand can be written over where it lies', async () => {
  await mkdir(join(dir, 'My Function'));
  await writeFile(join(dir, 'My Function/Über.preset.json'), documentOf('a'));
  const byHand = 'My Function/Über.preset.json';
  const changed = await write(change({ path: byHand, version: await versionNow() }));
  expect(changed).toMatchObject({ kind: 'written' });
});

test.each([
  ['what is no preset', '{'],
  ['two presets', documentOf('a').replace('[{', '[{"name":"b","request":{"functionName":"f"}},{')],
  ['a credential', documentOf('a').replace('"name"', '"secretAccessKey":"s","name"')],
])('refuses %s', async (_what, preset) => {
  expect(await write(change({ files: { preset, payload: null } }))).toMatchObject({ kind: 'refused' });
  expect(await readdir(dir)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is said to be so', async () => {
  await chmod(dir, 0o500);
  expect((await readPresetFolder(dir)).writable).toBe(false);
  expect(await write(change())).toMatchObject({ kind: 'read-only' });
  await chmod(dir, 0o700);
});
