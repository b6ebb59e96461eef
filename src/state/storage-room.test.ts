import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { createNoticeStore } from './notice-store.ts';
import { rawExport } from './raw-export.ts';
import { toRecord } from './run-record.ts';
import { freshName, run } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { fullAbove } from './storage-full.fixture.ts';
import type { StorageDb } from './storage-types.ts';

const idOf = (number: number): string => `00000000${number}-run`;

async function keepRuns(db: StorageDb, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const id = idOf(number);
    const one = run({ id, outcome: 'success', endedAt: new Date(5) });
    const record = await toRecord(one, 'page', () => Promise.resolve(null));
    await db.write([
      { type: 'put', store: 'runSummaries', key: id, value: record?.summary },
      { type: 'put', store: 'runBodies', key: id, value: record?.body },
    ]);
  }
}

async function runsIn(db: StorageDb): Promise<string[]> {
  const read = await db.transact(['runBodies'], 'readonly', (tx) => tx.keys('runBodies'));
  return read.ok ? read.value : [];
}

test('the oldest runs give way to a draft when storage is full, favourites never, and it is said', async () => {
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name: freshName('room'), open: fullAbove(7) });
  await keepRuns(db, 8);
  await db.transact(['favourites', 'runBodies'], 'readwrite', (tx) =>
    tx.put('favourites', idOf(0), { v: 1, id: idOf(0), revision: 1, name: 'Kept' }),
  );
  const written = await db.write([{ type: 'put', store: 'drafts', key: 'a', value: 1 }]);
  expect(written).toMatchObject({ ok: true });
  expect(await runsIn(db)).toEqual([0, 3, 4, 5, 6, 7].map(idOf));
  expect(notices.getState().notices).toMatchObject([
    { text: expect.stringContaining('oldest 2 runs'), remedy: { type: 'make-room' } },
  ]);
});

test('when no run can give way, a write is refused and the notice has what can be done about it', async () => {
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name: freshName('no-room'), open: fullAbove(-1) });
  const written = await db.write([{ type: 'put', store: 'presets', key: 'a', value: 1 }]);
  expect(written).toMatchObject({ ok: false, error: { kind: 'quota' } });
  expect(notices.getState().notices).toMatchObject([{ id: 'storage', remedy: { type: 'make-room' } }]);
});

test('what can be read of a damaged database is exported as it lies there', async () => {
  const name = freshName('aside');
  const damaged = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('kv') });
  await damaged.put('kv', { precious: new Uint8Array([1, 2]) }, 'a');
  damaged.close();
  const notices = createNoticeStore();
  (await openStorage({ notices, name })).close();
  expect(notices.getState().notices).toMatchObject([{ remedy: { type: 'raw-export', database: name } }]);
  const file = await rawExport(name);
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const lines = text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual({ store: 'kv', key: 'a', value: { precious: expect.anything() } });
});
