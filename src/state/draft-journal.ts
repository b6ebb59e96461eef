import type { DraftState } from './draft-types.ts';
import type { StorageChange } from './storage-types.ts';
import { deleteDraft, putDraft, putSession } from './stored-draft.ts';
import type { Draft } from './types.ts';

/** Remembers what was handed to storage, so that only what changed since is written. */
export interface DraftJournal {
  /** What to write now; `undo` makes all of it due again, for when the write failed. */
  take(
    state: Pick<DraftState, 'drafts' | 'activeId'>,
    session: string,
  ): { changes: StorageChange[]; undo: () => void };
}

export function createDraftJournal(): DraftJournal {
  /** null: must be written, or deleted, whatever it is. */
  const stored = new Map<string, Draft | null>();
  let storedSession = '';
  return {
    take({ drafts, activeId }, session) {
      const changes: StorageChange[] = [];
      const touched: string[] = [];
      const order = drafts.map(({ id }) => id);
      for (const id of stored.keys()) {
        if (order.includes(id)) continue;
        changes.push(...deleteDraft(session, id));
        stored.delete(id);
        touched.push(id);
      }
      for (const draft of drafts) {
        const before = stored.get(draft.id);
        if (before === draft) continue;
        changes.push(...putDraft(session, draft, before ?? null));
        stored.set(draft.id, draft);
        touched.push(draft.id);
      }
      const sessionNow = JSON.stringify([session, order, activeId]);
      if (sessionNow !== storedSession) changes.push(putSession(session, { order, activeId }));
      storedSession = sessionNow;
      const undo = (): void => {
        for (const id of touched) stored.set(id, null);
        storedSession = '';
      };
      return { changes, undo };
    },
  };
}
