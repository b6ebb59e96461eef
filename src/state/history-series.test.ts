import { describe, expect, it } from 'vitest';
import { createHistoryStore } from './history-store.ts';
import type { HistoryNews } from './history-channel.ts';
import { readRun } from './history-records.ts';
import { createNoticeStore } from './notice-store.ts';
import { freshName, run, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import type { StorageDb } from './storage-types.ts';

/** A history that counts its transactions and what it tells and draws. */
async function openHistory() {
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name: freshName('series') });
  const counted = { writes: 0, drawn: 0 };
  const news: HistoryNews[] = [];
  const storage: StorageDb = {
    ...db,
    write(changes) {
      counted.writes += 1;
      return db.write(changes);
    },
  };
  const store = createHistoryStore({
    storage: Promise.resolve(storage),
    presence: { pageId: 'this-page', whenGone: () => new Promise<void>(() => undefined) },
    notices,
    channel: { tell: (one) => news.push(one), listen: () => undefined },
  });
  store.subscribe((state, before) => {
    if (state.summaries !== before.summaries) counted.drawn += 1;
  });
  const records = await store.getState().actions.forSeries();
  const states = (): string[] => store.getState().summaries.map(({ state }) => state);
  return { db, store, records, counted, news, states };
}

const ended = { endedAt: new Date('2026-05-01T10:00:02.000Z'), outcome: 'success' } as const;
const runs = Array.from({ length: 40 }, (_, n) => run({ id: `0l0000000-${String(n).padStart(2, '0')}` }));

describe('the records of a series', () => {
  it('are each there before the send, and whole after it, in few transactions', async () => {
    const { store, records, counted, states, news } = await openHistory();
    const kept = async (one: (typeof runs)[number]): Promise<string | undefined> => {
      expect(await records.begin(one)).toEqual({ ok: true, value: undefined });
      const before = (await store.getState().actions.get(one.id))?.outcome;
      await records.complete({ ...one, ...ended });
      return `${before} ${(await store.getState().actions.get(one.id))?.outcome}`;
    };
    const outcomes = await Promise.all(runs.map(kept));
    expect(new Set(outcomes)).toEqual(new Set(['null success']));
    expect(counted.writes).toBeLessThan(20);
    await until(() => expect(states()).toEqual(runs.map(() => 'done')));
    expect(counted.drawn).toBeLessThan(10);
    const told = (): Set<string> => new Set(news.flatMap((one) => (one.type === 'runs' ? one.ids : [])));
    await until(() => expect(told()).toEqual(new Set(runs.map(({ id }) => id))));
  });

  it('are whole for whoever reads one, at once', async () => {
    const { store, records } = await openHistory();
    const [first] = runs;
    if (!first) throw new Error('There are forty.');
    await records.begin(first);
    void records.complete({ ...first, ...ended });
    await new Promise((resolve) => setTimeout(resolve));
    expect((await store.getState().actions.get(first.id))?.outcome).toBe('success');
  });

  it('are completed with what begins next, and at once when the page goes', async () => {
    const { db, records, counted } = await openHistory();
    const [first, second, third] = runs;
    if (!first || !second || !third) throw new Error('There are forty.');
    const outcome = async (one: typeof first) => (await readRun(db, one.id))?.outcome;
    await Promise.all([records.begin(first), records.begin(second)]);
    expect(counted.writes).toBe(1);
    const completed = records.complete({ ...first, ...ended });
    await records.begin(third);
    await completed;
    expect([counted.writes, await outcome(first)]).toEqual([2, 'success']);
    const last = records.complete({ ...second, ...ended });
    await new Promise((resolve) => setTimeout(resolve));
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await Promise.resolve();
    expect([await outcome(second), counted.writes]).toEqual(['success', 3]);
    await last;
  });

  it('go, also from the list, where nothing was sent', async () => {
    const { db, store, records, states } = await openHistory();
    const [first, second] = runs;
    if (!first || !second) throw new Error('There are forty.');
    await Promise.all([records.begin(first), records.begin(second)]);
    await until(() => expect(states()).toHaveLength(2));
    await Promise.all([records.discard(first.id), records.complete({ ...second, ...ended })]);
    await until(() => expect(states()).toEqual(['done']));
    expect(await store.getState().actions.get(first.id)).toBeNull();
    const bodies = await db.transact(['runBodies'], 'readonly', (tx) => tx.keys('runBodies'));
    expect(bodies).toEqual({ ok: true, value: [second.id] });
  });

  it('say of each run when they could not be kept', async () => {
    const { db, records } = await openHistory();
    db.close();
    const [first, second] = runs;
    if (!first || !second) throw new Error('There are forty.');
    const both = await Promise.all([records.begin(first), records.begin(second)]);
    expect(both.map(({ ok }) => ok)).toEqual([false, false]);
  });
});
