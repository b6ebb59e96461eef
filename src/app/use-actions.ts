import { useStore } from '../ui/use-store.ts';
import { createActions, type Actions, type ActionTools } from './actions.ts';
import { useActiveDraft } from './use-active-draft.ts';

/** All actions, for the drafts and the settings as they are now. */
export function useActions(tools: ActionTools): Actions {
  const { services } = tools;
  const draft = useActiveDraft(services.drafts);
  const drafts = useStore(services.drafts, (state) => state);
  const settings = useStore(services.settings, (state) => state);
  const hasRun = useStore(services.runs.store, (state) => state.byDraft[draft.id] !== undefined);
  return createActions(tools, { draft, drafts, settings, hasRun });
}
