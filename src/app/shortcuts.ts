import type { Shortcut } from '../features/help/shortcuts-dialog.tsx';

/** What the dialog of shortcuts lists; use-keys.ts and the editor do them. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'Mod+Enter', what: 'Invoke; while it runs, stop waiting' },
  { keys: 'Shift+Alt+F', what: 'Format the payload' },
  { keys: 'F6', what: 'Next pane' },
  { keys: 'Shift+F6', what: 'Previous pane' },
  { keys: 'Ctrl+M', what: 'In an editor: Tab moves the focus, or indents' },
  { keys: 'Mod+/', what: 'All shortcuts' },
];
