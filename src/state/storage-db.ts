import { openDB } from 'idb';
import type { NoticeStore } from './notice-store.ts';
import { openDatabase } from './storage-indexeddb.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb, StorageError, StorageResult } from './storage-types.ts';

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
  const tell = (error: StorageError): void => tellStorageError(notices, error);
  let failure: StorageError | null = null;
  for (let number = 1; number <= namesTried; number += 1) {
    const nameNow = number === 1 ? name : `${name}.${number}`;
    const opened = await openDatabase({ name: nameNow, open, timeoutMs, onClosed: tell });
    if (opened.ok) {
      if (failure) tell({ ...failure, message: `${failure.message} It is kept, and a new store was begun.` });
      return telling(opened.value, tell);
    }
    failure = opened.error;
    if (failure.kind !== 'corrupt') break;
  }
  if (failure) {
    tell({ ...failure, message: `${failure.message} What is done here is gone when the page closes.` });
  }
  return createMemoryStorage();
}

/** A failed write is told once, where everyone sees it, and handed on to who asked for it. */
function telling(db: StorageDb, tell: (error: StorageError) => void): StorageDb {
  const told = async <T>(result: Promise<StorageResult<T>>): Promise<StorageResult<T>> => {
    const settled = await result;
    if (!settled.ok) tell(settled.error);
    return settled;
  };
  return {
    ...db,
    transact: (stores, mode, work) => told(db.transact(stores, mode, work)),
    write: (changes) => told(db.write(changes)),
  };
}

function tellStorageError(notices: NoticeStore, error: StorageError): void {
  notices.getState().actions.tell({ id: 'storage', tone: 'warning', text: `Not saved: ${error.message}` });
}
