import { expect, test, vi } from 'vitest';
import { actionEntries, actionShortcuts } from './action-entries.ts';
import { actionWords } from './action-words.ts';
import type { Action, Actions } from './actions.ts';
import { keymap, type ActionName } from './keymap.ts';

const names = Object.keys(keymap) as ActionName[];
const run = vi.fn();
const actions = Object.fromEntries(names.map((name): [string, Action] => [name, { run }])) as Actions;

test('the palette and the list of shortcuts hold the same actions under the same groups, names and keys', () => {
  const inPalette = actionEntries(actions).map(({ group, label, keys }) => [group, label, keys ?? null]);
  const inList = actionShortcuts().flatMap(({ name, shortcuts }) =>
    shortcuts.map(({ keys, what }) => [name, what, keys]),
  );
  const itself = [actionWords.palette.group, actionWords.palette.label, keymap.palette];
  expect(inList.map(String).toSorted()).toEqual([...inPalette, itself].map(String).toSorted());
  expect(inList).toHaveLength(names.length);
});

test('no two actions go by one name, and none by a name that is a key', () => {
  const labels = names.map((name) => `${actionWords[name].group}: ${actionWords[name].label}`);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => /: (Ctrl|Shift|Alt)\b/.test(label))).toEqual([]);
});

test('an action with a key stands before those that go by name', () => {
  for (const { shortcuts } of actionShortcuts()) {
    const kinds = shortcuts.map(({ keys }) => keys === null);
    expect(kinds).toEqual(kinds.toSorted());
  }
});

test('an entry of the palette says why it can’t be done and does what its action does', () => {
  const entries = actionEntries({ ...actions, 'show-log': { run, unavailable: 'There is no result yet.' } });
  expect(entries.find(({ id }) => id === 'show-log')?.unavailable).toBe('There is no result yet.');
  entries.find(({ id }) => id === 'copy-response')?.run();
  expect(run).toHaveBeenCalledOnce();
});
