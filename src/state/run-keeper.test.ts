import { beforeEach, describe, expect, test } from 'vitest';
import { createHistoryStore } from './history-store.ts';
import { sealOldest } from './history-upkeep.ts';
import { createNoticeStore } from './notice-store.ts';
import { createRunKeeper } from './run-keeper.ts';
import { runSummary } from './state.fixture.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';

const day = 86_400_000;
const now = Date.parse('2026-05-31T00:00:00.000Z');
/** Run number 0 is the newest; each is a day older than the one before. */
const id = (age: number): string => `0l${String(9_999_999 - age).padStart(7, '0')}-x`;
const noLimits = { maxRuns: 200_000, maxDays: null, maxMegabytes: 100_000 };

let db: StorageDb;

/** A history of so many runs, the older of them sealed into pages. */
async function historyOf(count: number) {
  await db.write(
    Array.from({ length: count }, (_none, age) => {
      const summary = runSummary({ id: id(age), startedAt: now - age * day, requestBytes: 100_000 });
      return [
        { type: 'put', store: 'runSummaries', key: summary.id, value: summary },
        { type: 'put', store: 'runBodies', key: summary.id, value: { v: 1 } },
      ] as const;
    }).flat(),
  );
  await sealOldest(db);
  const storage = Promise.resolve(db);
  const presence = { pageId: 'p', whenGone: () => new Promise<never>(() => undefined) };
  const history = createHistoryStore({ storage, presence, notices: createNoticeStore() });
  const channel = { tell: () => undefined, listen: () => undefined };
  const keeper = createRunKeeper({ storage, history, channel, now: () => new Date(now) });
  await history.getState().actions.load();
  await history.getState().actions.loadAll();
  await keeper.getState().actions.load();
  return { ...keeper.getState().actions, ids: () => history.getState().summaries.map((one) => one.id) };
}

async function bodies(): Promise<number> {
  const read = await db.transact(['runBodies'], 'readonly', (tx) => tx.keys('runBodies'));
  return read.ok ? read.value.length : -1;
}

beforeEach(() => {
  db = createMemoryStorage();
});

describe('the limits of the history', () => {
  test('take out nothing that is within them', async () => {
    const history = await historyOf(20);
    expect(await history.prune({ maxRuns: 20, maxDays: 20, maxMegabytes: 3 })).toEqual({
      ok: true,
      value: 0,
    });
    expect(history.ids()).toHaveLength(20);
  });

  test.each([
    ['number', { ...noLimits, maxRuns: 12 }, 12],
    ['age in days', { ...noLimits, maxDays: 5 }, 6],
    // Each run takes 106 kB.
    ['size', { ...noLimits, maxMegabytes: 1 }, 9],
  ])('take out the oldest beyond their %s', async (_what, limits, left) => {
    const history = await historyOf(20);
    expect(await history.prune(limits)).toEqual({ ok: true, value: 20 - left });
    expect(history.ids()).toEqual(Array.from({ length: left }, (_none, age) => id(age)));
    expect(await bodies()).toBe(left);
  });

  test('reach into sealed pages and leave favourites there', async () => {
    const history = await historyOf(2_200);
    await history.setFavourite(id(2_100), 'An old friend', 0);
    expect(await history.prune({ ...noLimits, maxRuns: 800 })).toEqual({ ok: true, value: 1_399 });
    expect(history.ids()).toEqual([...Array.from({ length: 800 }, (_none, age) => id(age)), id(2_100)]);
    expect(await bodies()).toBe(801);
  });
});

test('a run of a sealed page can be deleted and put back', async () => {
  const history = await historyOf(1_600);
  const removed = await history.remove(id(1_500));
  expect(history.ids()).toHaveLength(1_599);
  expect(history.ids()).not.toContain(id(1_500));
  await history.putBack(removed ?? []);
  expect(history.ids()).toEqual(Array.from({ length: 1_600 }, (_none, age) => id(age)));
});

test('what can not be read in a page stays when another run of it goes, and goes when all is cleared', async () => {
  await db.write([
    {
      type: 'put',
      store: 'runPages',
      key: id(9),
      value: { v: 1, summaries: [runSummary({ id: id(9) }), { v: 2 }, runSummary({ id: id(8) })] },
    },
  ]);
  const history = await historyOf(2);
  await history.remove(id(8));
  const page = await db.transact(['runPages'], 'readonly', (tx) => tx.get('runPages', id(9)));
  expect(page).toMatchObject({ ok: true, value: { summaries: [{ id: id(9) }, { v: 2 }] } });
  await history.clear({ favouritesToo: false });
  expect(await db.transact(['runPages'], 'readonly', (tx) => tx.keys('runPages'))).toEqual({
    ok: true,
    value: [],
  });
});

test('a storage that refuses says so and keeps the list as it was', async () => {
  const history = await historyOf(3);
  const refused = { ok: false, error: { kind: 'failed', message: 'refused' } } as const;
  db.transact = () => Promise.resolve(refused);
  expect(await history.remove(id(0))).toBeNull();
  expect(await history.clear({ favouritesToo: true })).toEqual(refused);
  expect(await history.setFavourite(id(0), 'Name', 0)).toEqual({
    ok: false,
    reason: 'storage',
    message: 'refused',
  });
  expect(history.ids()).toHaveLength(3);
});
