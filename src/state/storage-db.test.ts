import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { createNoticeStore, type NoticeStore } from './notice-store.ts';
import { deferred, freshName } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { fullAtBegin, fullAtCommit } from './storage-full.fixture.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';

const failingOpen =
  (name: string): typeof openDB =>
  () =>
    Promise.reject(new DOMException('refused by the test', name));
const texts = (notices: NoticeStore): string[] => notices.getState().notices.map(({ text }) => text);

const kinds: [string, () => Promise<StorageDb>][] = [
  ['indexeddb', () => openStorage({ notices: createNoticeStore(), name: freshName('contract') })],
  ['memory', () => Promise.resolve(createMemoryStorage())],
];

describe.each(kinds)('storage in %s', (mode, open) => {
  test('keeps copies of values and lists them by key', async () => {
    const db = await open();
    expect(db.mode).toBe(mode);
    const value = { bytes: Uint8Array.of(1, 2), when: new Date(5) };
    await db.write([
      { type: 'put', store: 'kv', key: 'b', value: 2 },
      { type: 'put', store: 'kv', key: 'a/1', value },
      { type: 'put', store: 'kv', key: 'a/2', value: null },
      { type: 'put', store: 'kv', key: 'a', value: 0 },
    ]);
    value.bytes[0] = 9;
    const read = await db.transact(['kv'], 'readonly', async (tx) => ({
      one: await tx.get('kv', 'a/1'),
      none: await tx.get('kv', 'c'),
      all: (await tx.list('kv')).map(({ key }) => key),
      prefixed: (await tx.list('kv', { prefix: 'a/' })).map(({ key }) => key),
      newest: (await tx.list('kv', { descending: true, limit: 2 })).map(({ key }) => key),
      before: (await tx.list('kv', { before: 'a/2', descending: true })).map(({ key }) => key),
      nothing: await tx.list('kv', { prefix: 'b', before: 'a' }),
      keys: await tx.keys('kv', { before: 'b' }),
    }));
    expect(read).toEqual({
      ok: true,
      value: {
        one: { bytes: Uint8Array.of(1, 2), when: new Date(5) },
        none: undefined,
        all: ['a', 'a/1', 'a/2', 'b'],
        prefixed: ['a/1', 'a/2'],
        newest: ['b', 'a/2'],
        before: ['a/1', 'a'],
        nothing: [],
        keys: ['a', 'a/1', 'a/2'],
      },
    });
  });

  test('keeps nothing of a transaction that fails', async () => {
    const db = await open();
    const failed = await db.transact(['kv'], 'readwrite', async (tx) => {
      await tx.put('kv', 'a', 1);
      throw new RangeError('in the middle');
    });
    expect(failed).toMatchObject({ ok: false, error: { kind: 'failed' } });
    const read = await db.transact(['kv'], 'readonly', (tx) => tx.get('kv', 'a'));
    expect(read).toEqual({ ok: true, value: undefined });
  });

  test('refuses a value that cannot be copied, and stays usable', async () => {
    const db = await open();
    const failed = await db.write([{ type: 'put', store: 'kv', key: 'a', value: () => 1 }]);
    expect(failed.ok).toBe(false);
    expect((await db.write([{ type: 'put', store: 'kv', key: 'a', value: 1 }])).ok).toBe(true);
  });

  test('changes of two transactions do not mix', async () => {
    const db = await open();
    const add = () =>
      db.transact(['kv'], 'readwrite', async (tx) => {
        const before = await tx.get('kv', 'sum');
        await tx.put('kv', 'sum', (typeof before === 'number' ? before : 0) + 1);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    const read = await db.transact(['kv'], 'readonly', (tx) => tx.get('kv', 'sum'));
    expect(read).toEqual({ ok: true, value: 20 });
  });
});

describe('opening', () => {
  test('finds what was stored before', async () => {
    const name = freshName('again');
    const first = await openStorage({ notices: createNoticeStore(), name });
    await first.write([{ type: 'put', store: 'kv', key: 'a', value: 'kept' }]);
    first.close();
    const second = await openStorage({ notices: createNoticeStore(), name });
    expect(await second.transact(['kv'], 'readonly', (tx) => tx.get('kv', 'a'))).toEqual({
      ok: true,
      value: 'kept',
    });
  });

  test.each([
    ['SecurityError', 'keep nothing'],
    ['VersionError', 'newer version'],
    ['QuotaExceededError', 'full'],
    ['TypeError', 'keep nothing'],
  ])('goes on in memory when the browser says %s, and says so', async (name, words) => {
    const notices = createNoticeStore();
    const db = await openStorage({ notices, open: failingOpen(name) });
    expect(db.mode).toBe('memory');
    expect(texts(notices)).toEqual([expect.stringContaining(words)]);
    expect((await db.write([{ type: 'put', store: 'kv', key: 'a', value: 1 }])).ok).toBe(true);
  });

  test('goes on in memory when the database does not open in time, and lets go of it when it does', async () => {
    const name = freshName('slow');
    const gate = deferred<void>();
    const slowOpen: typeof openDB = async (...given) => {
      await gate.promise;
      return openDB(...given);
    };
    const notices = createNoticeStore();
    const db = await openStorage({ notices, name, open: slowOpen, timeoutMs: 5 });
    expect(db.mode).toBe('memory');
    gate.resolve(undefined);
    // Would wait for ever if the late one stayed open.
    (await openDB(name, 99)).close();
  });

  test('keeps a damaged database aside and begins a new one', async () => {
    const name = freshName('damaged');
    const foreign = await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('kv') });
    await foreign.put('kv', 'precious', 'a');
    foreign.close();
    const notices = createNoticeStore();
    const db = await openStorage({ notices, name });
    expect(db.mode).toBe('indexeddb');
    expect(texts(notices)).toEqual([expect.stringContaining('It is kept')]);
    await db.write([{ type: 'put', store: 'kv', key: 'a', value: 'new' }]);
    const again = await openDB(name);
    expect(await again.get('kv', 'a')).toBe('precious');
    again.close();
  });

  test('is held back by an older tab, which is said', async () => {
    const name = freshName('blocked');
    const notices = createNoticeStore();
    const blockedOpen: typeof openDB = (_name, version, callbacks) => {
      callbacks?.blocked?.(0, version ?? null, new IDBVersionChangeEvent('blocked'));
      return new Promise(() => undefined);
    };
    const db = await openStorage({ notices, name, open: blockedOpen, timeoutMs: 5 });
    expect(db.mode).toBe('memory');
    expect(texts(notices)).toEqual([expect.stringContaining('Close the other tabs')]);
  });
});

describe('an open database', () => {
  test('gives way to a newer version in another tab; later writes say why they fail', async () => {
    const name = freshName('newer');
    const notices = createNoticeStore();
    const db = await openStorage({ notices, name });
    const newer = await openDB(name, 99);
    expect(texts(notices)).toEqual([expect.stringContaining('Reload this one')]);
    const late = await db.write([{ type: 'put', store: 'kv', key: 'a', value: 1 }]);
    expect(late).toMatchObject({ ok: false, error: { kind: 'closed' } });
    newer.close();
  });

  test.each([
    ['when the transaction begins', fullAtBegin],
    ['when it is committed', fullAtCommit],
  ])('that turns out full %s refuses the write as a whole and says that it is full', async (_when, open) => {
    const notices = createNoticeStore();
    const db = await openStorage({ notices, name: freshName('full'), open });
    const refused = await db.write([{ type: 'put', store: 'kv', key: 'a', value: 1 }]);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'quota' } });
    expect(texts(notices)).toEqual([expect.stringContaining('full')]);
  });
});
