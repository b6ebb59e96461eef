import type { DraftSession } from './draft-session.ts';
import type { DraftStore } from './draft-types.ts';
import { isSameUnrun } from './draft.ts';
import { applyChanges } from './storage-changes.ts';
import type { StorageDb } from './storage-types.ts';
import {
  deleteDraft,
  deleteSession,
  putDraft,
  putSession,
  readDrafts,
  type RestoredDrafts,
  sessionPrefix,
} from './stored-draft.ts';
import type { Draft } from './types.ts';

export interface RestoreDrafts {
  drafts: DraftStore;
  db: StorageDb;
  session: DraftSession;
  /** What the store began with: replaced as long as nobody has touched it. */
  fresh: Draft | undefined;
}

/** Brings stored drafts into the store: this tab's own after a reload, else those of tabs that are gone. */
export async function restoreDrafts({ drafts, db, session, fresh }: RestoreDrafts): Promise<void> {
  const isBlank = (draft: Draft): boolean => fresh !== undefined && isSameUnrun(draft, fresh);
  const restored =
    session.before === null ? await takeOverAll({ db, session, isBlank }) : await readOwn(db, session.before);
  drafts.setState((state) => {
    const old = restored.drafts.filter((draft) => !state.drafts.some(({ id }) => id === draft.id));
    if (old.length === 0) return { phase: 'ready' };
    // Whoever typed before a slow storage answered keeps that, in front.
    const untouched = state.drafts.length === 1 && state.drafts[0] === fresh;
    if (!untouched) return { phase: 'ready', drafts: [...old, ...state.drafts] };
    const active = old.find(({ id }) => id === restored.activeId) ?? old[0];
    return { phase: 'ready', drafts: old, ...(active ? { activeId: active.id } : {}) };
  });
}

async function readOwn(db: StorageDb, session: string): Promise<RestoredDrafts> {
  const read = await db.transact(['kv', 'drafts'], 'readonly', (tx) => readDrafts(tx, session));
  return read.ok ? read.value : { drafts: [], activeId: null };
}

interface TakeOver {
  db: StorageDb;
  session: DraftSession;
  /** A draft that nobody has touched is not worth another tab. */
  isBlank: (draft: Draft) => boolean;
}

async function takeOverAll(options: TakeOver): Promise<RestoredDrafts> {
  const { db, session } = options;
  const own = await session.owned;
  const taken: RestoredDrafts = { drafts: [], activeId: null };
  const listed = await db.transact(['kv'], 'readonly', (tx) => tx.list('kv', { prefix: sessionPrefix }));
  for (const { key } of listed.ok ? listed.value : []) {
    const gone = key.slice(sessionPrefix.length);
    if (gone === own) continue;
    await session.ifGone(gone, async () => {
      const { drafts, activeId } = await takeOver(options, gone, own);
      taken.drafts.push(...drafts);
      taken.activeId ??= activeId;
    });
  }
  return taken;
}

/** Moves the drafts under the new session in one transaction: they are never in two tabs, and never in none. */
async function takeOver({ db, isBlank }: TakeOver, gone: string, own: string): Promise<RestoredDrafts> {
  const moved = await db.transact(['kv', 'drafts'], 'readwrite', async (tx) => {
    const { drafts: all, activeId } = await readDrafts(tx, gone);
    const drafts = all.filter((draft) => !isBlank(draft));
    await applyChanges(tx, [
      putSession(own, { order: [], activeId: '' }),
      ...drafts.flatMap((draft) => putDraft(own, draft, null)),
      ...all.flatMap((draft) => deleteDraft(gone, draft.id)),
      deleteSession(gone),
    ]);
    return { drafts, activeId };
  });
  return moved.ok ? moved.value : { drafts: [], activeId: null };
}
