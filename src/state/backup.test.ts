import { describe, expect, test } from 'vitest';
import { packLines } from '../documents/backup-lines.ts';
import { preset } from '../documents/preset.fixture.ts';
import { packBackup, readBackup } from './backup-file.ts';
import { keepRun, openConsole, presetsOf, restore } from './backup.fixture.ts';
import { collectBackup, newInBackup, restoreBackup } from './backup-store.ts';

import { readRun } from './history-records.ts';
import { answer, connection, payload, run, traces } from './state.fixture.ts';
import { putPreset } from './stored-preset.ts';

const secret = 'wJalrXUtnFEMI-CANARY-bPxRfiCYEXAMPLEKEY';
const presetId = '0b9f3c52-1111-4222-8333-444455556666';

async function fill({ db, deps, drafts, connections, settings }: ReturnType<typeof openConsole>) {
  const one = { ...connection(), kind: 'aws' as const };
  connections.getState().actions.save(one);
  connections
    .getState()
    .actions.setCredentials(one.id, { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: secret });
  settings.getState().actions.set({ editorFontSize: 17 });
  drafts.getState().actions.open({ functionName: 'orders', payload: payload('\uFEFF{"n":1e400,\r\n"n":1}') });
  const prepared = {
    method: 'POST',
    url: 'https://lambda.eu-west-1.amazonaws.com/x',
    headers: { host: 'lambda.eu-west-1.amazonaws.com', 'x-amz-security-token': secret },
    canonicalRequest: `POST\nx-amz-security-token:${secret}`,
    stringToSign: 'AWS4',
    signedHeaders: ['host'],
    body: new Uint8Array(0),
  };
  const ended = run({ ...traces, outcome: 'success', endedAt: new Date(5), result: answer(), prepared });
  await keepRun(db, ended);
  await keepRun(db, run({ id: '0l0000001-under-way' }));
  await db.transact(['presets', 'presetBodies', 'favourites'], 'readwrite', async (tx) => {
    await putPreset(tx, preset({ id: presetId }), 3);
    await tx.put('favourites', ended.id, { v: 1, id: ended.id, revision: 1, name: 'The good one' });
  });
  const collected = await collectBackup(deps);
  if (!collected.ok) throw new Error(collected.error.message);
  return packBackup(collected.value);
}

async function unpacked(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

test('everything stored comes back on another origin, byte for byte', async () => {
  const source = openConsole();
  const { file, leftOut } = await fill(source);
  const target = openConsole();
  const restored = await restore(target, file);
  expect([leftOut, restored.unread]).toEqual([0, 0]);
  expect(await presetsOf(target.db)).toEqual(await presetsOf(source.db));
  expect(target.settings.getState().editorFontSize).toBe(17);
  expect(target.connections.getState().connections).toMatchObject([{ name: 'Orders, test' }]);
  expect(target.connections.getState().withCredentials.size).toBe(0);
  const [before, after] = [source, target].map(({ drafts }) =>
    drafts.getState().drafts.find(({ functionName }) => functionName === 'orders'),
  );
  expect(after?.payload).toEqual(before?.payload);
  const again = await readRun(target.db, run().id);
  expect(again).toMatchObject({ outcome: 'success', result: { ok: true }, marks: traces.marks });
  expect(await readRun(target.db, '0l0000001-under-way')).toMatchObject({
    interrupted: true,
    outcome: 'unknown',
  });
});

test('a second time adds nothing, and what was changed here stays beside what the backup has', async () => {
  const source = openConsole();
  const { file } = await fill(source);
  expect(await restore(source, file)).toMatchObject({ presets: [], runs: [], drafts: [], connections: [] });
  const newer = preset({ id: presetId, name: 'Renamed here' });
  await source.db.transact(['presets', 'presetBodies'], 'readwrite', (tx) => putPreset(tx, newer, 4));
  await restore(source, file);
  expect((await presetsOf(source.db)).map(({ name }) => name).toSorted()).toEqual([
    'Refund over limit',
    'Renamed here',
  ]);
  expect((await presetsOf(source.db)).find(({ id }) => id === presetId)?.name).toBe('Renamed here');
});

test('no credential is in the file, and what another writer left of one does not come in', async () => {
  const { file } = await fill(openConsole());
  const text = await unpacked(file);
  expect(text).toContain('ord');
  for (const canary of [secret, btoa(secret), encodeURIComponent(secret)]) expect(text).not.toContain(canary);
  const lines = text.trim().split('\n');
  const planted = lines.map((line) =>
    line.includes('"kind":"connection"')
      ? line.replace(
          '"value":{',
          `"value":{"secretAccessKey":"${secret}","allowedOrigins":["*"],"__proto__":{"polluted":1},`,
        )
      : line,
  );
  const target = openConsole();
  await restore(target, await packLines(planted));
  expect(JSON.stringify(target.connections.getState())).not.toContain(secret);
  expect(JSON.stringify(target.connections.getState())).not.toContain('allowedOrigins');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe('a file that is no sound backup is refused in words:', () => {
  const head = '{"format":"invoke-console/backup","version":1}';
  const gzip = (text: string): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

  test.each<[string, () => Promise<Blob>, RegExp]>([
    ['nothing', async () => new Blob([]), /no backup/],
    ['another file', async () => new Blob(['{"a":1}']), /no backup/],
    ['gzip of something else', () => packLines(['hello']), /no backup/],
    ['a newer version', () => packLines(['{"format":"invoke-console/backup","version":2}']), /newer/],
    ['no last line', () => packLines([head]), /cut off/],
    ['a wrong count', () => packLines([head, '{"kind":"end","count":7}']), /cut off/],
    ['no end of line', () => gzip(head), /cut off/],
    [
      'no UTF-8',
      () =>
        new Response(
          new Blob([Uint8Array.of(0xff, 0xfe, 10)]).stream().pipeThrough(new CompressionStream('gzip')),
        ).blob(),
      /damaged/,
    ],
    ['half a file', async () => (await packLines([head, 'x'.repeat(50_000)])).slice(0, 60), /damaged/],
    ['a bomb', async () => gzip('a'.repeat(40_000_000)), /larger/],
  ])('%s', async (_what, make, words) => {
    const read = await readBackup(await make());
    expect(read).toMatchObject({ ok: false, message: expect.stringMatching(words) });
  });

  test('single records that make no sense are left out and counted', async () => {
    const records = [
      '{',
      '{"kind":"run","value":{}}',
      '{"kind":"constructor"}',
      `${'['.repeat(100)}${']'.repeat(100)}`,
    ];
    const file = await packLines([head, ...records, `{"kind":"end","count":${records.length}}`]);
    expect(await readBackup(file)).toMatchObject({ ok: true, unread: 4, backup: { runs: [] } });
  });
});

test('a storage that fails in the middle keeps nothing of a backup', async () => {
  const { file } = await fill(openConsole());
  const target = openConsole();
  const whole = { ...target.db };
  target.db.transact = (stores, mode, work) =>
    whole.transact(stores, mode, (tx) =>
      work({
        ...tx,
        put: (store, key, value) =>
          store === 'favourites'
            ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
            : tx.put(store, key, value),
      }),
    );
  const read = await readBackup(file);
  const fresh = read.ok && (await newInBackup(target.deps, read.backup));
  const restored = fresh && fresh.ok && (await restoreBackup(target.deps, fresh.value));
  expect(restored).toMatchObject({ ok: false, error: { kind: 'quota' } });
  expect(await presetsOf(target.db)).toEqual([]);
  expect(target.connections.getState().connections).toEqual([]);
});
