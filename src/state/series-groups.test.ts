import { expect, onTestFinished, test } from 'vitest';
import { collectBackup } from './backup-store.ts';
import { openConsole } from './backup.fixture.ts';
import type { HistoryNews } from './history-channel.ts';
import { sealOldest } from './history-upkeep.ts';
import { createHistoryStore } from './history-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import { createRunKeeper } from './run-keeper.ts';
import { answer, freshName, openTab, payload, run, runRequest, runSummary, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import type { StorageChange, StorageDb } from './storage-types.ts';
import { pageEntries, parseSummary } from './stored-run.ts';
import type { Run } from './types.ts';

/** A page with its history; pages of one list hear each other. */
function openPage(storage: Promise<StorageDb>, heard: ((news: HistoryNews) => void)[] = []) {
  const frame = openTab();
  onTestFinished(() => frame.close());
  const notices = createNoticeStore();
  const presence = createPagePresence(frame.locks, () => crypto.randomUUID());
  const own: ((news: HistoryNews) => void)[] = [];
  const channel = {
    tell: (news: HistoryNews) =>
      heard.filter((listen) => !own.includes(listen)).forEach((listen) => listen(news)),
    listen: (listener: (news: HistoryNews) => void) => void (own.push(listener), heard.push(listener)),
  };
  const history = createHistoryStore({ storage, presence, notices, channel });
  const keeper = createRunKeeper({ storage, history, channel, now: () => new Date() });
  return {
    close: frame.close,
    actions: history.getState().actions,
    keeper: keeper.getState().actions,
    interrupted: () => history.getState().interrupted.map(({ id }) => id),
    states: () => history.getState().summaries.map(({ id, state }) => `${id} ${state}`),
  };
}

const openStored = (): Promise<StorageDb> =>
  openStorage({ notices: createNoticeStore(), name: freshName('groups') });

async function keysOf(
  storage: Promise<StorageDb>,
  store: 'runSummaries' | 'runGroups' | 'runPages' | 'runBodies',
) {
  const read = await (await storage).transact([store], 'readonly', (tx) => tx.keys(store));
  return read.ok ? read.value : [];
}

async function groupStates(storage: Promise<StorageDb>): Promise<string[]> {
  const read = await (await storage).transact(['runGroups'], 'readonly', (tx) => tx.list('runGroups'));
  const entries = read.ok ? read.value.flatMap(({ value }) => pageEntries(value)) : [];
  return entries.flatMap((entry) => parseSummary(entry)?.state ?? []);
}

const ended = {
  endedAt: new Date('2026-05-01T10:00:02.000Z'),
  outcome: 'success',
  result: answer(),
} as const;
const [first, second, third] = ['a', 'b', 'c'].map((letter) => run({ id: `0l0000000-${letter}` })) as [
  Run,
  Run,
  Run,
];
const three = [first, second, third];

test('runs that begin together are one record, and one more each when they have ended', async () => {
  const storage = openStored();
  const { actions } = openPage(storage);
  const records = await actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  expect(await keysOf(storage, 'runGroups')).toEqual([first.id]);
  expect(await keysOf(storage, 'runSummaries')).toEqual([]);
  expect(await actions.get(second.id)).toMatchObject({ outcome: null, request: second.request });
  await Promise.all([records.complete({ ...first, ...ended }), records.discard(second.id)]);
  expect(await keysOf(storage, 'runBodies')).toEqual([first.id]);
  expect(await actions.get(first.id)).toMatchObject({ outcome: 'success', result: { ok: true } });
  await until(async () => expect(await groupStates(storage)).toEqual(['done', 'sending']));
  expect(await actions.get(second.id)).toBeNull();
  await records.complete({ ...third, ...ended });
  await until(async () => expect(await groupStates(storage)).toEqual(['done', 'done']));
});

test('a larger payload is a record of its own, and so is a run that begins alone', async () => {
  const storage = openStored();
  const records = await openPage(storage).actions.forSeries();
  const large = run({ id: '0l0000000-x', request: runRequest({ payload: payload('"'.padEnd(5_000, 'x')) }) });
  await Promise.all([first, second, large].map((one) => records.begin(one)));
  await records.begin(third);
  expect(await keysOf(storage, 'runGroups')).toEqual([first.id]);
  expect(await keysOf(storage, 'runSummaries')).toEqual([third.id, large.id]);
});

test('a page that is gone left what ended as it ended, and the rest as cut off', async () => {
  const storage = openStored();
  const page = openPage(storage);
  const records = await page.actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await records.complete({ ...second, ...ended });
  expect(await groupStates(storage)).toEqual(['sending', 'sending', 'sending']);
  page.close();
  const next = openPage(storage);
  await next.actions.load();
  await until(() =>
    expect(next.states()).toEqual([
      `${third.id} interrupted`,
      `${second.id} done`,
      `${first.id} interrupted`,
    ]),
  );
  expect(next.interrupted()).toEqual([third.id, first.id]);
  expect(await next.actions.get(first.id)).toMatchObject({ interrupted: true, request: first.request });
  expect(await next.actions.get(second.id)).toMatchObject({ interrupted: false, outcome: 'success' });
});

test('a tab that opened meanwhile hears how the runs of another have ended', async () => {
  const storage = openStored();
  const heard: ((news: HistoryNews) => void)[] = [];
  const records = await openPage(storage, heard).actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await Promise.all(three.map((one) => records.complete({ ...one, ...ended })));
  const other = openPage(storage, heard);
  await other.actions.load();
  await until(() => expect(other.states()).toEqual(three.map(({ id }) => `${id} done`).toReversed()));
});

test('a run that was deleted from its group stays away until that is taken back', async () => {
  const storage = openStored();
  const { actions, keeper, states } = openPage(storage);
  const records = await actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await records.complete({ ...second, ...ended });
  const removed = await keeper.remove(second.id);
  await records.complete({ ...first, ...ended });
  await until(async () => expect(await groupStates(storage)).toEqual(['done', 'sending']));
  expect(await actions.get(second.id)).toBeNull();
  await keeper.putBack(removed ?? []);
  expect(await actions.get(second.id)).toMatchObject({ outcome: 'success' });
  await until(() => expect(states()).toContain(`${second.id} done`));
});

test('a list that is read again in the middle of a series knows what has ended', async () => {
  const storage = openStored();
  const { actions, states } = openPage(storage);
  const records = await actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await until(() => expect(states()).toHaveLength(3));
  await records.complete({ ...second, ...ended });
  await until(() => expect(states()[1]).toBe(`${second.id} done`));
  await actions.reload();
  expect(states()).toEqual([`${third.id} sending`, `${second.id} done`, `${first.id} sending`]);
});

const id = (number: number): string => `0l${String(number).padStart(7, '0')}-x`;

/** Sixteen to a group, and each twentieth a record of its own, as if it was invoked meanwhile. */
function longSeries(count: number): StorageChange[] {
  const all = Array.from({ length: count }, (_none, number) => runSummary({ id: id(number) }));
  const singles = all.filter((_one, number) => number % 20 === 0);
  const grouped = all.filter((_one, number) => number % 20 !== 0);
  const groups = Array.from({ length: Math.ceil(grouped.length / 16) }, (_none, number) =>
    grouped.slice(number * 16, number * 16 + 16),
  );
  return [
    ...singles.map((one) => ({ type: 'put', store: 'runSummaries', key: one.id, value: one }) as const),
    ...groups.map((some) => {
      const value = { v: 1, summaries: some };
      return { type: 'put', store: 'runGroups', key: some[0]?.id ?? '', value } as const;
    }),
    ...all.map((one) => ({ type: 'put', store: 'runBodies', key: one.id, value: { v: 1 } }) as const),
  ];
}

test('groups are sealed with the single runs between them, and lose nothing', async () => {
  const storage = openStored();
  const db = await storage;
  await db.write(longSeries(2_200));
  await sealOldest(db);
  expect(await keysOf(storage, 'runPages')).toEqual([id(0), id(512), id(1_024)]);
  const { actions, states } = openPage(storage);
  await actions.load();
  await actions.loadAll();
  const all = Array.from({ length: 2_200 }, (_none, number) => `${id(number)} done`);
  expect(states()).toEqual(all.toReversed());
});

test('limits and deleting take out runs of groups, and leave what is under way', async () => {
  const storage = openStored();
  const db = await storage;
  await db.write(longSeries(200));
  const page = openPage(storage);
  const records = await page.actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await page.keeper.setFavourite(id(1), 'An old friend', 0);
  expect(await page.keeper.prune({ maxRuns: 50, maxDays: null, maxMegabytes: 1_000 })).toEqual({
    ok: true,
    value: 149,
  });
  expect(await keysOf(storage, 'runBodies')).toEqual([
    id(1),
    ...Array.from({ length: 50 }, (_n, n) => id(150 + n)),
  ]);
  expect(await page.keeper.clear({ favouritesToo: true })).toMatchObject({ ok: true });
  expect(page.states()).toEqual(three.map((one) => `${one.id} sending`).toReversed());
});

test('a backup holds the runs of groups, as their bodies say that they ended', async () => {
  const { db, deps } = openConsole();
  const records = await openPage(Promise.resolve(db)).actions.forSeries();
  await Promise.all(three.map((one) => records.begin(one)));
  await records.complete({ ...second, ...ended });
  const backup = await collectBackup(deps);
  expect(backup.ok && backup.value.runs.map(({ summary }) => `${summary.id} ${summary.state}`)).toEqual([
    `${third.id} sending`,
    `${second.id} done`,
    `${first.id} sending`,
  ]);
});
