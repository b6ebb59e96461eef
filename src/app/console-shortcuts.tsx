import { ShortcutsDialog, type ShortcutGroup } from '../features/help/shortcuts-dialog.tsx';
import { actionWords } from './action-words.ts';
import { keymap, type ActionName } from './keymap.ts';

export interface ConsoleShortcutsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every shortcut of the page, from the map of keys itself, and those that an editor or a row of tabs has alone. */
export function ConsoleShortcuts(props: ConsoleShortcutsProps) {
  return <ShortcutsDialog {...props} groups={groups} />;
}

const groups: readonly ShortcutGroup[] = [
  ...pageGroups(),
  {
    name: 'In an editor',
    shortcuts: [
      { keys: 'Ctrl+M', what: 'Tab moves the focus, or indents' },
      { keys: 'Ctrl+Space', what: 'Propose what can stand here' },
      { keys: 'F8', what: 'Next fault' },
      { keys: 'Mod+F', what: 'Find' },
    ],
  },
  {
    name: 'On a draft’s tab',
    shortcuts: [
      { keys: 'Delete', what: 'Close it' },
      { keys: 'Shift+Alt+Right', what: 'Move it right' },
      { keys: 'Shift+Alt+Left', what: 'Move it left' },
    ],
  },
];

function pageGroups(): ShortcutGroup[] {
  const groupsByName = new Map<string, ShortcutGroup['shortcuts'][number][]>();
  for (const name of Object.keys(keymap) as ActionName[]) {
    const keys = keymap[name];
    const { group, label } = actionWords[name];
    if (keys !== null) groupsByName.set(group, [...(groupsByName.get(group) ?? []), { keys, what: label }]);
  }
  return [...groupsByName].map(([name, shortcuts]) => ({ name, shortcuts }));
}
