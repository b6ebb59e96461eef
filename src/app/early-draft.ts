import type { DraftStore } from '../state/draft-types.ts';
import { hasEarlyText } from '../ui/early-text.ts';
import { showToast } from '../ui/toast.ts';

/**
 * What was typed into the static page goes into the editor of the draft in front. Where a restored draft has a
 * payload already, a new draft takes it, so that neither text replaces the other. Call it before that editor is made.
 */
export function openEarlyDraft(drafts: DraftStore, thenShow: () => void): void {
  const state = drafts.getState();
  const front = state.drafts.find(({ id }) => id === state.activeId);
  if (hasEarlyText('early-text') && front !== undefined && front.payload.bytes.length > 0) {
    state.actions.open();
    showToast({
      title: 'A new draft holds what you typed while the page was loading',
      description: 'Your other drafts are as they were.',
    });
  }
  thenShow();
}
