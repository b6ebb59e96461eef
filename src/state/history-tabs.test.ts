import { expect, onTestFinished, test } from 'vitest';
import { openHistoryChannel } from './history-channel.ts';
import { createHistoryStore } from './history-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import { createRunKeeper } from './run-keeper.ts';
import { answer, freshName, openTab, run, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';

const ended = {
  endedAt: new Date('2026-05-01T10:00:02.000Z'),
  outcome: 'success',
  result: answer(),
} as const;

/** A tab of the console: its own connection to the one database, and the channel between tabs. */
async function openConsole(name: string) {
  const frame = openTab();
  onTestFinished(() => frame.close());
  const notices = createNoticeStore();
  const storage = openStorage({ notices, name });
  const presence = createPagePresence(frame.locks, () => crypto.randomUUID());
  const history = createHistoryStore({ storage, presence, notices, channel: openHistoryChannel(name) });
  const keeper = createRunKeeper({
    storage,
    history,
    channel: openHistoryChannel(name),
    now: () => new Date('2026-05-02T00:00:00.000Z'),
  });
  await history.getState().actions.load();
  await keeper.getState().actions.load();
  return {
    actions: history.getState().actions,
    keeping: keeper.getState().actions,
    runs: () => history.getState().summaries,
    names: () => [...keeper.getState().favourites.values()].map(({ name: given }) => given),
  };
}

test('what one tab runs, deletes and names shows in the other', async () => {
  const name = freshName('tabs');
  const [one, other] = [await openConsole(name), await openConsole(name)];
  await one.actions.begin(run());
  await until(() => expect(other.runs()).toMatchObject([{ state: 'sending' }]));
  await one.actions.complete(run(ended));
  await until(() => expect(other.runs()).toMatchObject([{ state: 'done' }]));
  await one.keeping.setFavourite(run().id, 'The good one', 0);
  await until(() => expect(other.names()).toEqual(['The good one']));
  const removed = await other.keeping.remove(run().id);
  await until(() => expect([one.runs(), one.names()]).toEqual([[], []]));
  await other.keeping.putBack(removed ?? []);
  await until(() => expect(one.runs()).toMatchObject([{ outcome: 'success' }]));
  expect(one.names()).toEqual(['The good one']);
  expect(await one.actions.get(run().id)).toMatchObject({ outcome: 'success' });
});

test('of two tabs that name the same run neither overwrites the other unseen', async () => {
  const name = freshName('tabs');
  const [one, other] = [await openConsole(name), await openConsole(name)];
  await one.actions.complete(run(ended));
  expect(await one.keeping.setFavourite(run().id, 'First', 0)).toEqual({ ok: true });
  expect(await other.keeping.setFavourite(run().id, 'Second', 0)).toEqual({
    ok: false,
    reason: 'changed',
    name: 'First',
  });
  expect(await other.keeping.setFavourite(run().id, 'Second', 1)).toEqual({ ok: true });
  await until(() => expect(one.names()).toEqual(['Second']));
});

test('runs of many tabs at once are all kept', async () => {
  const name = freshName('tabs');
  const tabs = await Promise.all([1, 2, 3].map(() => openConsole(name)));
  const id = (tab: number, number: number): string => `0l00000${tab}${number}-x`;
  await Promise.all(
    tabs.flatMap((tab, index) =>
      Array.from({ length: 8 }, (_none, number) =>
        tab.actions.complete(run({ ...ended, id: id(index, number) })),
      ),
    ),
  );
  for (const tab of tabs) await until(() => expect(tab.runs()).toHaveLength(24));
});

test('a history that one tab clears is gone in the other, but for what is under way', async () => {
  const name = freshName('tabs');
  const [one, other] = [await openConsole(name), await openConsole(name)];
  await one.actions.begin(run({ id: '0l0000009-under-way' }));
  await one.actions.complete(run({ ...ended, id: '0l0000001-a' }));
  await one.actions.complete(run({ ...ended, id: '0l0000002-b' }));
  await one.keeping.setFavourite('0l0000001-a', 'Stays', 0);
  expect(await other.keeping.clear({ favouritesToo: false })).toEqual({ ok: true, value: 1 });
  const left = ['0l0000009-under-way', '0l0000001-a'];
  for (const tab of [one, other]) await until(() => expect(tab.runs().map(({ id }) => id)).toEqual(left));
  expect(await one.actions.get('0l0000002-b')).toBeNull();
  expect(await other.keeping.clear({ favouritesToo: true })).toEqual({ ok: true, value: 1 });
  await until(() => expect(one.runs().map(({ id }) => id)).toEqual(['0l0000009-under-way']));
  await one.actions.complete(run({ ...ended, id: '0l0000009-under-way' }));
  await until(() => expect(other.runs()).toMatchObject([{ state: 'done' }]));
});
