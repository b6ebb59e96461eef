import type { DraftState, DraftStore } from '../state/draft-types.ts';
import { forgetEditorDocument } from '../ui/load-monaco.ts';

/** A draft's texts, carets and undo histories are held for as long as it can come back: open, or within reach of undo. */
export function forgetEditorsOfGoneDrafts(drafts: DraftStore): () => void {
  return drafts.subscribe((state, before) => {
    if (state.drafts === before.drafts && state.closed === before.closed) return;
    const within = new Set(idsOf(state));
    for (const id of idsOf(before)) {
      if (within.has(id)) continue;
      forgetEditorDocument(`${id}/payload`);
      forgetEditorDocument(`${id}/client-context`);
    }
  });
}

function idsOf({ drafts, closed }: DraftState): string[] {
  return [...drafts, ...closed.map(({ draft }) => draft)].map(({ id }) => id);
}
