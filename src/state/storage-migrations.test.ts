import { openDB } from 'idb';
import { expect, onTestFinished, test } from 'vitest';
import { createHistoryStore } from './history-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPagePresence } from './page-presence.ts';
import { freshName, openTab, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { databaseVersion } from './storage-migrations.ts';
import { storedVersions, type StoredVersion } from './storage-versions.fixture.ts';
import { readDrafts } from './stored-draft.ts';
import { getOrigins, listPresets, listSummaries } from './stored-preset.ts';

async function leaveOnDisk({ version, stores, records }: StoredVersion): Promise<string> {
  const name = freshName(`version-${version}`);
  const db = await openDB(name, version, {
    upgrade: (made) => stores.forEach((store) => made.createObjectStore(store)),
  });
  for (const [store, key, value] of records) await db.put(store, value, key);
  db.close();
  return name;
}

/** Newest first. */
const series = [
  { state: 'done', outcome: 'success', sessionId: 'page-that-is-gone' },
  { state: 'interrupted', outcome: 'unknown' },
];

test('every released version of the database has a fixture', () => {
  expect(storedVersions.map(({ version }) => version)).toEqual(
    Array.from({ length: databaseVersion }, (_none, index) => index + 1),
  );
});

test.each(storedVersions)('all that version $version left is there after the upgrade', async (stored) => {
  const name = await leaveOnDisk(stored);
  const notices = createNoticeStore();
  const db = await openStorage({ notices, name });
  expect(notices.getState().notices).toEqual([]);
  const frame = openTab();
  onTestFinished(() => frame.close());
  const presence = createPagePresence(frame.locks, () => crypto.randomUUID());
  const history = createHistoryStore({ storage: Promise.resolve(db), presence, notices });
  const { actions } = history.getState();
  await actions.load();
  await actions.loadMore();
  await until(() =>
    expect(history.getState().summaries).toMatchObject([
      ...(stored.version < 4 ? [] : series),
      { state: 'interrupted', outcome: 'unknown' },
      { state: 'done', outcome: 'success' },
      { id: expect.stringMatching(/^0mon00000/), outcome: 'success' },
    ]),
  );
  for (const { id } of history.getState().summaries) {
    expect(new TextDecoder().decode((await actions.get(id))?.request.payload.bytes)).toBe('{"n": 1e400, "n"');
  }
  const read = await db.transact(['kv', 'drafts', 'presets', 'presetBodies'], 'readonly', async (tx) => ({
    ...(await readDrafts(tx, 'tab-1')),
    summaries: await listSummaries(tx),
    presets: await listPresets(tx),
    origins: [...(await getOrigins(tx)).keys()],
  }));
  expect(read).toMatchObject({
    ok: true,
    value: {
      activeId: 'draft-1',
      drafts: [{ title: 'Refund', invocationType: 'Event', payload: { bom: true } }],
      ...(stored.version < 2
        ? { summaries: [], presets: [], origins: [] }
        : {
            summaries: [{ revision: 3, name: 'Refund over limit' }],
            presets: [{ request: { payload: '{"a":1}' } }],
            origins: ['draft-1'],
          }),
    },
  });
});
