import { openDB } from 'idb';
import type { NoticeStore, Remedy } from './notice-store.ts';
import { openDatabase } from './storage-indexeddb.ts';
import type { StorageDb, StorageError, StorageResult, StoreName } from './storage-types.ts';

export interface OpenStorage {
  notices: NoticeStore;
  /** @default 'invoke-console' */
  name?: string;
  /** @default idb's openDB */
  open?: typeof openDB;
  /** @default 3000 */
  timeoutMs?: number;
}

/** How many damaged databases are kept aside before the page works without storage. */
const namesTried = 3;

/**
 * The storage of this page. Never rejects: where the browser keeps nothing the page works in memory and says so.
 * A database that can't be read is kept as it is, and a new one beside it is used instead.
 */
export async function openStorage(options: OpenStorage): Promise<StorageDb> {
  const { notices, name = 'invoke-console', open = openDB, timeoutMs = 3000 } = options;
  const tell = (error: StorageError, remedy?: Remedy): void => tellStorageError(notices, error, remedy);
  let failure: StorageError | null = null;
  let database = name;
  for (let number = 1; number <= namesTried; number += 1) {
    const nameNow = number === 1 ? name : `${name}.${number}`;
    const opened = await openDatabase({ name: nameNow, open, timeoutMs, onClosed: (error) => tell(error) });
    if (opened.ok) {
      if (failure) {
        const message = `${failure.message} It is kept, and a new store was begun.`;
        tell({ ...failure, message }, { type: 'raw-export', database });
      }
      return telling(opened.value, notices);
    }
    failure = opened.error;
    database = nameNow;
    if (failure.kind !== 'corrupt') break;
  }
  if (failure) {
    tell({ ...failure, message: `${failure.message} What is done here is gone when the page closes.` });
  }
  const { createMemoryStorage } = await import('./storage-memory.ts');
  return createMemoryStorage();
}

/** A failed write is told once, where everyone sees it, and handed on to who asked for it. */
function telling(db: StorageDb, notices: NoticeStore): StorageDb {
  const told = async <T>(
    stores: readonly StoreName[],
    attempt: () => Promise<StorageResult<T>>,
  ): Promise<StorageResult<T>> => {
    let settled = await attempt();
    const goesFirst = !stores.some((store) => history.has(store));
    if (!settled.ok && settled.error.kind === 'quota' && goesFirst && (await pruned(db, notices)))
      settled = await attempt();
    if (!settled.ok) tellStorageError(notices, settled.error);
    return settled;
  };
  return {
    ...db,
    transact: (stores, mode, work) => told(stores, () => db.transact(stores, mode, work)),
    write: (changes) =>
      told(
        changes.map(({ store }) => store),
        () => db.write(changes),
      ),
  };
}

const history: ReadonlySet<StoreName> = new Set([
  'runSummaries',
  'runGroups',
  'runPages',
  'runBodies',
] as const);

/** Drafts and presets go before the history: the oldest runs give way to them. */
async function pruned(db: StorageDb, notices: NoticeStore): Promise<boolean> {
  try {
    const { makeRoom } = await import('./storage-room.ts');
    const runs = await makeRoom(db);
    if (runs === 0) return false;
    const text = `The storage of this browser profile is full. The oldest ${runs} runs were deleted, so that drafts and presets are kept.`;
    notices
      .getState()
      .actions.tell({ id: 'storage-room', tone: 'warning', text, remedy: { type: 'make-room' } });
    return true;
  } catch {
    // Without its code nothing goes.
    return false;
  }
}

function tellStorageError(notices: NoticeStore, { kind, message }: StorageError, given?: Remedy): void {
  const remedy = given ?? (kind === 'quota' ? ({ type: 'make-room' } as const) : undefined);
  notices.getState().actions.tell({
    id: 'storage',
    tone: 'warning',
    text: `Not saved: ${message}`,
    ...(remedy && { remedy }),
  });
}
