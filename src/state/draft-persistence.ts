import { createDraftJournal } from './draft-journal.ts';
import type { DraftSession } from './draft-session.ts';
import type { DraftStore } from './draft-types.ts';
import { restoreDrafts } from './draft-restore.ts';
import type { StorageDb } from './storage-types.ts';
import type { TextStorage } from './text-storage.ts';

export interface PersistDrafts {
  drafts: DraftStore;
  /** Never rejects (storage-db.ts). */
  storage: Promise<StorageDb>;
  session: DraftSession;
  /** localStorage: remembers that there is something to restore. */
  hints: TextStorage;
  /** Calls back when the page may be about to go (page-events.ts). */
  onPageHide: (listener: () => void) => () => void;
  /** The form waits no longer than this for stored drafts. @default 500 */
  restoreWithinMs?: number;
}

export interface DraftPersistence {
  /** Settles once the stored drafts are in the store, also when that took longer than the form waited. */
  restored: Promise<void>;
  /** Hands every change to the browser at once. */
  flush: () => void;
  stop: () => void;
}

const hintKey = 'invoke-console.drafts';

/** A change is handed to storage at most this much later: well within the 300 ms that a crash may cost. */
const saveWithinMs = 200;

/** Whether a draft store should begin as `restoring`: false on the very first visit, which has nothing to wait for. */
export function mayHaveDrafts(session: DraftSession, hints: TextStorage): boolean {
  return session.before !== null || hints.get(hintKey) !== null;
}

/** Restores the drafts of this browser tab and keeps them stored from then on. */
export function persistDrafts(options: PersistDrafts): DraftPersistence {
  const { drafts, storage, session, hints, onPageHide, restoreWithinMs = 500 } = options;
  const journal = createDraftJournal();
  let target: { db: StorageDb; session: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!target) return;
    const { changes, undo } = journal.take(drafts.getState(), target.session);
    if (changes.length === 0) return;
    hints.set(hintKey, '1');
    // A failed write is told by the storage itself, and tried again with the next change.
    void target.db.write(changes).then((result) => (result.ok ? undefined : undo()));
  };
  const schedule = (): void => {
    if (target) timer ??= setTimeout(flush, saveWithinMs);
  };
  const [fresh] = drafts.getState().drafts;
  const begin = async (): Promise<void> => {
    const db = await storage;
    await restoreDrafts({ drafts, db, session, fresh });
    target = { db, session: await session.owned };
    flush();
  };

  const giveUp = setTimeout(() => drafts.setState({ phase: 'ready' }), restoreWithinMs);
  const restored = begin().finally(() => clearTimeout(giveUp));
  const ends = [drafts.subscribe(schedule), onPageHide(flush)];
  return {
    restored,
    flush,
    stop() {
      flush();
      clearTimeout(giveUp);
      for (const end of ends) end();
    },
  };
}
