import { ShortcutsDialog, type ShortcutGroup } from '../features/help/shortcuts-dialog.tsx';
import { actionShortcuts } from './action-entries.ts';

export interface ConsoleShortcutsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every action of the page with its shortcut, from the map of keys itself, and the keys that an editor or a row of tabs has alone. */
export function ConsoleShortcuts(props: ConsoleShortcutsProps) {
  return <ShortcutsDialog {...props} groups={groups} />;
}

const groups: readonly ShortcutGroup[] = [
  ...actionShortcuts(),
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
