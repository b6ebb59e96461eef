import type { HistoryDialog } from '../state/history-dialogs.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';
import type { Action, Actions, ActionState, ActionTools } from './actions.ts';

type HistoryActionName =
  | 'private-run'
  | 'compare-previous'
  | 'history-limits'
  | 'clear-history'
  | 'save-backup'
  | 'restore-backup';

/** What can be done with the history and with all that is stored. */
export function historyActions(
  { services }: ActionTools,
  { draft, drafts }: ActionState,
): Pick<Actions, HistoryActionName> {
  const { show } = services.library.dialogs.getState().actions;
  const dialog = (open: HistoryDialog): Action => ({ run: () => show(open) });
  return {
    'private-run': { run: () => drafts.actions.update(draft.id, { isPrivate: !draft.isPrivate }) },
    'compare-previous': { run: () => compareWithPrevious(services, draft.id) },
    'history-limits': dialog({ name: 'limits' }),
    'clear-history': dialog({ name: 'clear' }),
    'save-backup': dialog({ name: 'save-backup' }),
    'restore-backup': dialog({ name: 'restore-backup' }),
  };
}

function compareWithPrevious({ runs, history, library }: Services, draftId: string): void {
  const run = runs.store.getState().byDraft[draftId];
  const previous = history
    .getState()
    .summaries.find(
      ({ id, functionName }) => run && id < run.id && functionName === run.request.functionName,
    );
  if (run && previous) {
    library.dialogs.getState().actions.show({ name: 'compare', left: previous.id, right: run.id });
  } else showToast({ title: 'There is no earlier run of this function to compare with' });
}
