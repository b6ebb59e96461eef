import type { DraftStore } from '../state/draft-types.ts';
import type { Draft } from '../state/types.ts';
import { useStore } from '../ui/use-store.ts';

/** The draft whose tab is in front. */
export function useActiveDraft(drafts: DraftStore): Draft {
  return useStore(drafts, ({ drafts: all, activeId }) => {
    const draft = all.find((one) => one.id === activeId) ?? all[0];
    if (draft === undefined) throw new Error('The draft store is empty');
    return draft;
  });
}
