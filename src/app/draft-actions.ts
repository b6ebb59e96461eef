import { draftTitle } from '../state/draft-title.ts';
import { keepFocus } from '../ui/keep-focus.ts';
import { showToast } from '../ui/toast.ts';
import type { Actions, ActionState, ActionTools } from './actions.ts';

type DraftActionName =
  | 'new-draft'
  | 'close-draft'
  | 'reopen-draft'
  | 'duplicate-draft'
  | 'rename-draft'
  | 'next-draft'
  | 'previous-draft'
  | 'move-draft-right'
  | 'move-draft-left'
  | 'close-other-drafts';

/** What can be done with drafts as tabs. Whatever tab comes to the front, the focus stays in the same place of it. */
export function draftActions(tools: ActionTools, state: ActionState): Pick<Actions, DraftActionName> {
  const { draftTabs } = tools;
  const { draft } = state;
  const { drafts, closed, actions } = state.drafts;
  const index = drafts.findIndex(({ id }) => id === draft.id);
  const inPlace = (change: () => void) => (): void => keepDraftFocus(tools, change);
  const beside = (step: 1 | -1) => (): void => {
    const next = drafts[(index + step + drafts.length) % drafts.length];
    if (next) actions.activate(next.id);
  };
  const alone = drafts.length === 1 ? 'There is only one draft.' : undefined;
  return {
    'new-draft': {
      run: () => {
        inPlace(() => actions.open())();
        tools.showPane('middle');
        tools.request.current?.focus('function');
      },
    },
    'close-draft': { run: () => closeDraft(tools, draft.id) },
    'close-other-drafts': {
      unavailable: alone,
      run: inPlace(() => drafts.filter(({ id }) => id !== draft.id).forEach(({ id }) => actions.close(id))),
    },
    'reopen-draft': {
      unavailable: closed.length === 0 ? 'No draft was closed.' : undefined,
      run: inPlace(() => actions.undoClose()),
    },
    'duplicate-draft': { run: inPlace(() => actions.duplicate(draft.id)) },
    'rename-draft': {
      run: () => {
        tools.showPane('middle');
        draftTabs.current?.rename();
      },
    },
    'next-draft': { unavailable: alone, run: inPlace(beside(1)) },
    'previous-draft': { unavailable: alone, run: inPlace(beside(-1)) },
    'move-draft-right': {
      unavailable: index === drafts.length - 1 ? 'It is the last one.' : undefined,
      run: () => actions.move(draft.id, index + 1),
    },
    'move-draft-left': {
      unavailable: index === 0 ? 'It is the first one.' : undefined,
      run: () => actions.move(draft.id, index - 1),
    },
  };
}

/** Closes a draft and says how to have it back. */
export function closeDraft(tools: ActionTools, id: string): void {
  const { drafts, runs } = tools.services;
  const draft = drafts.getState().drafts.find((one) => one.id === id);
  if (draft === undefined) return;
  const running = runs.store.getState().byDraft[id]?.outcome === null;
  keepDraftFocus(tools, () => drafts.getState().actions.close(id));
  showToast({
    title: `Draft “${draftTitle(draft)}” closed`,
    description: running ? 'Its run goes on; the result will be in the history.' : undefined,
    action: {
      label: 'Undo',
      onSelect: () => keepDraftFocus(tools, () => drafts.getState().actions.undoClose(id)),
    },
  });
}

/** A change of the draft in front takes its editor away: the focus goes into the next one's, or to the tab. */
function keepDraftFocus({ request, draftTabs }: ActionTools, change: () => void): void {
  const wasInEditor = document.activeElement?.closest('[data-editor]') !== null;
  keepFocus(change, () => {
    if (wasInEditor) request.current?.focus('editor');
    else draftTabs.current?.focus();
  });
}
