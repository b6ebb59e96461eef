import type { ShortcutGroup } from '../features/help/shortcuts-dialog.tsx';
import type { PaletteEntry } from '../features/palette/filter-entries.ts';
import { actionWords } from './action-words.ts';
import type { Actions } from './actions.ts';
import { keymap, type ActionName } from './keymap.ts';

/** Every action as an entry of the palette, but for the one that opened it. */
export function actionEntries(actions: Actions): PaletteEntry[] {
  return actionNames
    .filter((name) => name !== 'palette')
    .map((name) => {
      const { group, label, also } = actionWords[name];
      const { run, unavailable } = actions[name];
      return { id: name, group, label, also, keys: keymap[name] ?? undefined, unavailable, run };
    });
}

/** Every action by its group, for the list of shortcuts: those with a key, then those that the palette does by name. */
export function actionShortcuts(): ShortcutGroup[] {
  const groups = new Map<string, ShortcutGroup['shortcuts'][number][]>();
  for (const name of actionNames.toSorted(
    (a, b) => Number(keymap[a] === null) - Number(keymap[b] === null),
  )) {
    const { group, label } = actionWords[name];
    groups.set(group, [...(groups.get(group) ?? []), { keys: keymap[name], what: label }]);
  }
  return [...groups].map(([name, shortcuts]) => ({ name, shortcuts }));
}

const actionNames = Object.keys(keymap) as ActionName[];
