import type { RefObject } from 'react';
import type { DraftTabsHandle } from '../features/drafts/draft-tabs.tsx';
import type { RequestHandle } from '../features/request/request-handle.ts';
import type { ResultHandle } from '../features/result/result-handle.ts';
import type { DraftState } from '../state/draft-types.ts';
import type { SettingsState } from '../state/settings-store.ts';
import type { Draft } from '../state/types.ts';
import type { PaneName } from '../ui/pane-layout.ts';
import type { PanesHandle } from '../ui/panes.tsx';
import type { Services } from './compose.ts';
import { draftActions } from './draft-actions.ts';
import { historyActions } from './history-actions.ts';
import { learnedActions } from './learned-actions.ts';
import { presetActions } from './preset-actions.ts';
import { requestActions } from './request-actions.ts';
import { resultActions } from './result-actions.ts';
import type { ActionName } from './keymap.ts';
import type { LibraryTab } from './left-pane.tsx';
import type { DialogName } from './workbench-dialogs.tsx';
import { viewActions } from './view-actions.ts';
import { wayActions } from './way-actions.ts';

/** Something a person can do, by key, from the palette or from a menu. */
export interface Action {
  run: () => void;
  /** Why it can't be done now. */
  unavailable?: string | undefined;
}

export type Actions = Readonly<Record<ActionName, Action>>;

/** What actions work with. The refs are read when an action runs, never before. */
export interface ActionTools {
  services: Services;
  invoke: () => void;
  panes: RefObject<PanesHandle | null>;
  request: RefObject<RequestHandle | null>;
  result: RefObject<ResultHandle | null>;
  draftTabs: RefObject<DraftTabsHandle | null>;
  showPane: (pane: PaneName) => void;
  showLibrary: (tab: LibraryTab) => void;
  /** null closes the one that is open. */
  openDialog: (name: DialogName | null) => void;
  /** Keeps what is typed until the dialog that it is meant for has come. */
  holdKeys: () => void;
}

/** What they act upon, as it is now. */
export interface ActionState {
  draft: Draft;
  drafts: DraftState;
  settings: SettingsState;
  /** Whether the draft has a run, under way or ended. */
  hasRun: boolean;
}

export function createActions(tools: ActionTools, state: ActionState): Actions {
  return {
    invoke: { run: tools.invoke },
    ...wayActions(tools),
    ...presetActions(tools),
    ...draftActions(tools, state),
    ...historyActions(tools, state),
    ...learnedActions(tools, state),
    ...requestActions(tools, state),
    ...resultActions(tools, state),
    ...viewActions(tools, state),
  };
}
