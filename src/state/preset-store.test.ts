import { describe, expect, test } from 'vitest';
import { preset } from '../documents/preset.fixture.ts';
import { newDraft } from './draft.ts';
import { createNoticeStore } from './notice-store.ts';
import { openPresetChannel } from './preset-channel.ts';
import { draftFromPreset, presetFromDraft } from './preset-draft.ts';
import { createPresetStore } from './preset-store.ts';
import type { PresetStore } from './preset-types.ts';
import { connection, freshName, payload, until } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';

const notices = createNoticeStore();
const randomUUID = (): string => crypto.randomUUID();
const id = 'c0ffee00-0000-4000-8000-000000000001';

function tab(name: string, storage: Promise<StorageDb>): PresetStore {
  return createPresetStore({ storage, channel: openPresetChannel(name), randomUUID, notices });
}

/** Two tabs upon one database. */
function twoTabs(): [PresetStore, PresetStore] {
  const name = freshName('presets');
  const open = (): Promise<StorageDb> => openStorage({ notices: createNoticeStore(), name });
  return [tab(name, open()), tab(name, open())];
}

const names = (store: PresetStore): string[] => store.getState().summaries.map(({ name }) => name);

test('keeps presets and lists them by function and name', async () => {
  const [store] = twoTabs();
  const { actions } = store.getState();
  await actions.load();
  expect(store.getState()).toMatchObject({ phase: 'ready', summaries: [] });
  const other = { ...preset().request, functionName: 'billing' };
  const added = await actions.add([
    preset({ name: 'b' }),
    preset({ name: 'a' }),
    preset({ name: 'z', request: other }),
  ]);
  expect(added.ok).toBe(true);
  expect(names(store)).toEqual(['z', 'a', 'b']);
  const whole = await actions.get(store.getState().summaries[1]?.id ?? '');
  expect(whole).toEqual({ ...preset({ name: 'a' }), id: store.getState().summaries[1]?.id });
  expect(await actions.all()).toHaveLength(3);
});

test('an import never replaces what is stored: an id that is taken, or is none, gives way', async () => {
  const [store] = twoTabs();
  const { actions } = store.getState();
  await actions.add([preset({ id, name: 'mine' })]);
  await actions.add([preset({ id, name: 'evil' }), preset({ id: '__proto__', name: 'other' })]);
  expect(await actions.get(id)).toMatchObject({ name: 'mine' });
  expect(new Set(store.getState().summaries.map((one) => one.id)).size).toBe(3);
  expect(await actions.get('__proto__')).toBeNull();
});

test('an import is kept as a whole or not at all', async () => {
  const db = createMemoryStorage();
  const store = tab(freshName('whole'), Promise.resolve(db));
  const broken = preset({ extra: { not: () => 'cloneable' } });
  expect((await store.getState().actions.add([preset({ name: 'good' }), broken])).ok).toBe(false);
  expect(names(store)).toEqual([]);
});

describe('two tabs', () => {
  test('show each other what they changed', async () => {
    const [one, two] = twoTabs();
    await two.getState().actions.load();
    await one.getState().actions.add([preset({ id, name: 'from one' })]);
    await until(() => expect(names(two)).toEqual(['from one']));
    await two.getState().actions.remove(id);
    await until(() => expect(names(one)).toEqual([]));
  });

  test('never lose each other’s writes: the later one is told', async () => {
    const [one, two] = twoTabs();
    await one.getState().actions.add([preset({ id, name: 'first' })]);
    const results = await Promise.all([
      one.getState().actions.replace(preset({ id, name: 'by one' }), 1),
      two.getState().actions.replace(preset({ id, name: 'by two' }), 1),
    ]);
    expect(results.map((result) => (result.ok ? 'kept' : result.reason)).sort()).toEqual(['changed', 'kept']);
    const kept = await one.getState().actions.get(id);
    expect(kept?.name).toBe(results[0].ok ? 'by one' : 'by two');
  });

  test('a preset deleted elsewhere is not brought back by a save', async () => {
    const [one, two] = twoTabs();
    await one.getState().actions.add([preset({ id })]);
    await two.getState().actions.remove(id);
    expect(await one.getState().actions.replace(preset({ id }), 1)).toEqual({ ok: false, reason: 'gone' });
  });
});

test('a deleted preset comes back with its id', async () => {
  const [store] = twoTabs();
  const { actions } = store.getState();
  await actions.add([preset({ id })]);
  const removed = await actions.remove(id);
  expect(removed).toEqual(preset({ id }));
  if (removed) await actions.add([removed]);
  expect(store.getState().summaries[0]?.id).toBe(id);
});

test('a draft knows its preset after a reload', async () => {
  const [before, after] = twoTabs();
  await before.getState().actions.setOrigin('draft', { presetId: id, revision: 3 });
  await after.getState().actions.load();
  expect(after.getState().origins.get('draft')).toEqual({ presetId: id, revision: 3 });
});

test('a draft survives being saved and opened, byte for byte', () => {
  const draft = newDraft('d', {
    functionName: 'orders',
    qualifier: 'live',
    tailLog: false,
    tenantId: 't',
    payload: payload('\uFEFF{"a": 1.0,\r\n"a":2}'),
  });
  const saved = presetFromDraft(draft, { id, name: 'n', connection: connection(), before: null });
  expect(saved.target).toEqual({ region: 'eu-west-1', endpoint: null, extra: {} });
  expect(newDraft('d', { ...draftFromPreset(saved), title: null })).toEqual(draft);
});

test('a save keeps what the draft does not show, and names no endpoint of this machine', () => {
  const before = preset({ description: 'd', extra: { later: 1 } });
  const local = connection({ kind: 'local', endpoint: 'http://127.0.0.1:7412' });
  const saved = presetFromDraft(newDraft('d'), { id, name: 'n', connection: local, before });
  expect(saved).toMatchObject({
    description: 'd',
    tags: ['refund'],
    extra: { later: 1 },
    target: { endpoint: null },
  });
});

test('presets of a function keep the order that somebody gave them, new ones come behind', async () => {
  const [one, two] = twoTabs();
  const { actions } = one.getState();
  const ids = ['1', '2', '3'].map((end) => `c0ffee00-0000-4000-8000-00000000000${end}`);
  await actions.add(['a', 'b', 'c'].map((name, at) => preset({ id: ids[at] ?? '', name })));
  await actions.move(ids[2] ?? '', 0);
  expect(names(one)).toEqual(['c', 'a', 'b']);
  await actions.move(ids[2] ?? '', 1);
  await actions.add([preset({ id: '', name: '0 new' })]);
  expect(names(one)).toEqual(['a', 'c', 'b', '0 new']);
  await two.getState().actions.load();
  expect(names(two)).toEqual(['a', 'c', 'b', '0 new']);
});

test('a draft knows its file of the preset folder after a reload', async () => {
  const [before, after] = twoTabs();
  await before.getState().actions.setOrigin('draft', { path: 'f/a.preset.json', version: 'v1' });
  await after.getState().actions.load();
  expect(after.getState().origins.get('draft')).toEqual({ path: 'f/a.preset.json', version: 'v1' });
});
