import type { Settings } from '../state/settings-store.ts';
import type { DialogName, SearchDialogName } from './workbench-dialogs.tsx';
import { drawNow } from '../ui/focus-after.ts';
import type { Action, Actions, ActionState, ActionTools } from './actions.ts';

type ViewActionName =
  | 'palette'
  | 'shortcuts'
  | 'settings'
  | 'about'
  | 'connections'
  | 'check-connection'
  | 'event-type'
  | 'sample-events'
  | 'next-pane'
  | 'previous-pane'
  | 'go-result'
  | 'go-presets'
  | 'go-history'
  | 'theme-system'
  | 'theme-dark'
  | 'theme-light'
  | 'wrap-lines'
  | 'larger-text'
  | 'smaller-text';

/** What concerns the page itself: its panes, its dialogs and how it looks. */
export function viewActions(tools: ActionTools, { settings }: ActionState): Pick<Actions, ViewActionName> {
  const { panes, openDialog, showLibrary } = tools;
  const { theme, wrapLines, editorFontSize, actions } = settings;
  const dialog = (name: Exclude<DialogName, SearchDialogName>): Action => ({
    run: () => openDialog(name),
  });
  const searching = (name: SearchDialogName): Action => ({
    run: () => {
      tools.holdKeys();
      openDialog(name);
    },
  });
  const toTheme = (wanted: Settings['theme']): Action => ({
    unavailable: theme === wanted ? 'It is chosen already.' : undefined,
    run: () => actions.set({ theme: wanted }),
  });
  const library = (tab: 'presets' | 'history'): Action => ({
    run: () => {
      drawNow(() => showLibrary(tab));
      panes.current?.focusPane('left');
    },
  });
  return {
    palette: searching('palette'),
    shortcuts: dialog('shortcuts'),
    settings: dialog('settings'),
    about: dialog('about'),
    connections: dialog('connections'),
    'check-connection': { run: () => openDialog('check') },
    'event-type': searching('event-types'),
    'sample-events': searching('samples'),
    'next-pane': { run: () => panes.current?.focusNext(1) },
    'previous-pane': { run: () => panes.current?.focusNext(-1) },
    'go-result': { run: () => panes.current?.focusPane('right') },
    'go-presets': library('presets'),
    'go-history': library('history'),
    'theme-system': toTheme('system'),
    'theme-dark': toTheme('dark'),
    'theme-light': toTheme('light'),
    'wrap-lines': { run: () => actions.set({ wrapLines: !wrapLines }) },
    'larger-text': {
      unavailable: editorFontSize >= 24 ? 'It is as large as can be.' : undefined,
      run: () => actions.set({ editorFontSize: editorFontSize + 1 }),
    },
    'smaller-text': {
      unavailable: editorFontSize <= 10 ? 'It is as small as can be.' : undefined,
      run: () => actions.set({ editorFontSize: editorFontSize - 1 }),
    },
  };
}
