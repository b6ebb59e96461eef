import { describe, expect, test } from 'vitest';
import { createSettingsStore, defaultSettings } from './settings-store.ts';
import { newSharedText, refusingStorage, textStorage } from './state.fixture.ts';
import { guardedStorage } from './text-storage.ts';

const settingsOf = (entries: Record<string, string> = {}) => {
  const { actions: _actions, ...settings } = createSettingsStore(
    textStorage(newSharedText(entries)),
  ).getState();
  return settings;
};

test('settings are kept on the device, the theme apart for the script that runs first', () => {
  const device = newSharedText();
  const store = createSettingsStore(textStorage(device));
  store.getState().actions.set({ theme: 'dark', editorFontSize: 16 });
  store.getState().actions.setLayout('panes', { left: 20, middle: 45, right: 35 });
  expect(device.map.get('invoke-console.theme')).toBe('dark');
  const { actions: _actions, ...again } = createSettingsStore(textStorage(device)).getState();
  expect(again).toEqual({
    ...defaultSettings,
    theme: 'dark',
    editorFontSize: 16,
    layouts: { panes: { left: 20, middle: 45, right: 35 } },
  });
});

describe('a damaged value', () => {
  test.each([
    ['no JSON', '{"wrap'],
    ['another type', '[1,2]'],
    ['null', 'null'],
    ['nothing known', '{"v":9,"__proto__":{"polluted":1}}'],
  ])('of %s falls back to the defaults', (_what, text) => {
    expect(settingsOf({ 'invoke-console.settings': text, 'invoke-console.theme': 'pink' })).toEqual(
      defaultSettings,
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('costs its own field alone', () => {
    const text = JSON.stringify({ v: 1, editorFontSize: 900, wrapLines: false, layouts: { a: { b: 'x' } } });
    expect(settingsOf({ 'invoke-console.settings': text })).toEqual({ ...defaultSettings, wrapLines: false });
  });
});

test('a change in another tab shows here', () => {
  const device = newSharedText();
  const one = createSettingsStore(textStorage(device));
  const other = createSettingsStore(textStorage(device));
  one.getState().actions.set({ theme: 'light', wrapLines: false });
  expect(other.getState()).toMatchObject({ theme: 'light', wrapLines: false });
});

test('a browser that refuses storage costs nothing but the memory of it', () => {
  const storage = guardedStorage(refusingStorage);
  const store = createSettingsStore(storage);
  store.getState().actions.set({ theme: 'dark' });
  expect(store.getState().theme).toBe('dark');
  expect([storage.get('a'), storage.set('a', '1'), storage.remove('a')]).toEqual([null, false, undefined]);
});

test('a full storage is a refusal, not an exception', () => {
  const key = `invoke-console.test.${crypto.randomUUID()}`;
  const storage = guardedStorage(() => window.localStorage);
  expect(storage.set(key, 'x'.repeat(20_000_000))).toBe(false);
  expect(storage.set(key, 'small')).toBe(true);
  expect(storage.get(key)).toBe('small');
  storage.remove(key);
  expect(storage.get(key)).toBeNull();
});

test('the browser tells of changes in other documents', async () => {
  const key = `invoke-console.test.${crypto.randomUUID()}`;
  const storage = guardedStorage(() => window.localStorage);
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const told = new Promise<void>((resolve) => {
    const stop = storage.watch(key, () => {
      stop();
      resolve();
    });
  });
  frame.contentWindow?.localStorage.setItem(key, '1');
  await told;
  storage.remove(key);
  frame.remove();
});
