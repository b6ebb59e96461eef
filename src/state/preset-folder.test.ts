import { expect, test } from 'vitest';
import { encodeBase64 } from '../documents/base64.ts';
import { presetFiles } from '../documents/preset-folder-files.ts';
import { preset } from '../documents/preset.fixture.ts';
import { createPresetFolder } from './preset-folder.ts';
import type { PresetFolderStore } from './preset-folder-types.ts';
import { until } from './state.fixture.ts';

interface File {
  path: string;
  version: string;
  preset: string;
  payload: string | null;
}

const fileOf = (name: string, path: string, version = 'v1'): File => {
  const files = presetFiles(preset({ name }));
  return {
    path,
    version,
    preset: files?.document ?? '',
    payload: encodeBase64(files?.payload ?? new Uint8Array(0)),
  };
};

/** A server with one folder; `answers` are given to changes in turn, and `changed` tells the page of one. */
function folderServer(files: File[], answers: unknown[] = []) {
  const sent: unknown[] = [];
  const listeners = new Set<() => void>();
  const store: PresetFolderStore = createPresetFolder({
    fetch: (url, init) => {
      if (url === 'presets.json') {
        return Promise.resolve(Response.json({ folder: 'team', writable: true, files, skipped: [] }));
      }
      sent.push(JSON.parse(String(init.body)));
      return Promise.resolve(Response.json(answers.shift()));
    },
    changes: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return { store, sent, files, changed: () => listeners.forEach((listener) => listener()) };
}

const namesIn = (store: PresetFolderStore): string[] =>
  store.getState().presets.map(({ preset: one }) => one.name);

test('reads the folder and follows what changes in it', async () => {
  const { store, files, changed } = folderServer([fileOf('one', 'f/one.preset.json')]);
  store.getState().actions.open('team');
  await until(() => expect(namesIn(store)).toEqual(['one']));
  expect(store.getState()).toMatchObject({ phase: 'ready', writable: true, name: 'team' });
  files.push(fileOf('two', 'f/two.preset.json'), { ...fileOf('x', 'f/x.preset.json'), preset: '{' });
  changed();
  await until(() => expect(namesIn(store)).toEqual(['one', 'two']));
  expect(store.getState().problems).toMatchObject([{ path: 'f/x.preset.json' }]);
  store.getState().actions.open(null);
  expect(store.getState()).toMatchObject({ phase: 'closed', presets: [] });
});

test('a new preset takes the next name when a file lies in its place unseen', async () => {
  const answers = [{ kind: 'taken' }, { kind: 'conflict', file: null }, { kind: 'written', version: 'v9' }];
  const { store, sent } = folderServer([], answers);
  const saved = await store.getState().actions.save(preset({ name: 'Big' }), null);
  expect(saved).toEqual({ ok: true, path: 'orders/big-3.preset.json', version: 'v9' });
  expect(sent).toMatchObject([{ version: null }, { version: null }, { version: null }]);
});

test('a file that changed on disk comes back with what lies there, and is asked about', async () => {
  const now = fileOf('theirs', 'f/one.preset.json', 'v2');
  const { store, sent } = folderServer([], [{ kind: 'conflict', file: now }]);
  const known = { path: 'f/one.preset.json', version: 'v1' };
  const saved = await store.getState().actions.save(preset({ name: 'mine' }), known);
  expect(saved).toMatchObject({ ok: false, reason: 'conflict', now: { version: 'v2' } });
  expect(saved).toHaveProperty('now.preset', preset({ name: 'theirs' }));
  expect(sent).toMatchObject([known]);
});

test('says why a folder takes no preset', async () => {
  const { store } = folderServer([], [{ kind: 'read-only', reason: 'It may not be written to.' }]);
  expect(await store.getState().actions.save(preset(), null)).toEqual({
    ok: false,
    reason: 'refused',
    message: 'It may not be written to.',
  });
});
