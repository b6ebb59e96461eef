import { type IDBPDatabase, type IDBPObjectStore, type openDB, unwrap } from 'idb';
import { storageError, toStorageError } from './storage-error.ts';
import { databaseVersion, upgradeFrom } from './storage-migrations.ts';
import {
  type ListOptions,
  type StorageDb,
  type StorageError,
  type StorageResult,
  type StorageTransaction,
  type StoredEntry,
  storeNames,
} from './storage-types.ts';
import { writeTogether } from './storage-write.ts';

export interface OpenDatabase {
  name: string;
  /** idb's openDB; tests give one that fails. */
  open: typeof openDB;
  /** Ms to wait for the browser; past it the page goes on without. */
  timeoutMs: number;
  /** The database was closed under this page. */
  onClosed: (error: StorageError) => void;
}

/** Opens and, where needed, upgrades the database. Never deletes anything, and never rejects. */
export async function openDatabase(options: OpenDatabase): Promise<StorageResult<StorageDb>> {
  let blocked = false;
  let given = false;
  const opening = openNow(options, () => (blocked = true));
  // A database that opens after this page gave up would keep others from upgrading it.
  void opening.then((late) => (given && late.ok ? late.value.close() : undefined));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<StorageResult<StorageDb>>((resolve) => {
    timer = setTimeout(() => {
      given = true;
      resolve({ ok: false, error: storageError(blocked ? 'blocked' : 'unavailable') });
    }, options.timeoutMs);
  });
  const result = await Promise.race([opening, tooLong]);
  clearTimeout(timer);
  return result;
}

async function openNow(
  { name, open, onClosed }: OpenDatabase,
  onBlocked: () => void,
): Promise<StorageResult<StorageDb>> {
  const state = { closed: false };
  const close = (db: IDBPDatabase | undefined, error: StorageError): void => {
    if (state.closed) return;
    state.closed = true;
    db?.close();
    onClosed(error);
  };
  try {
    let opened: IDBPDatabase | undefined;
    opened = await open(name, databaseVersion, {
      upgrade: (db, oldVersion) => upgradeFrom(db, oldVersion),
      blocked: onBlocked,
      blocking: () => close(opened, storageError('closed')),
      terminated: () => close(opened, storageError('failed')),
    });
    const db = opened;
    if (!storeNames.every((store) => db.objectStoreNames.contains(store))) {
      db.close();
      return { ok: false, error: storageError('corrupt') };
    }
    return { ok: true, value: storageOn(db) };
  } catch (cause) {
    return { ok: false, error: toStorageError(cause, 'unavailable') };
  }
}

function storageOn(db: IDBPDatabase): StorageDb {
  return {
    mode: 'indexeddb',
    transact: (stores, mode, work) => transactOn(db, { stores, mode }, work),
    write: (changes) => writeTogether(unwrap(db), changes),
    close: () => db.close(),
  };
}

interface Scope {
  stores: readonly string[];
  mode: 'readonly' | 'readwrite';
}

async function transactOn<T>(
  db: IDBPDatabase,
  { stores, mode }: Scope,
  work: (tx: StorageTransaction) => Promise<T>,
): Promise<StorageResult<T>> {
  try {
    const tx = db.transaction([...stores], mode);
    // The reason of a failure is the transaction's own: a full disk shows only there.
    const ended = tx.done.then(
      () => null,
      (cause: unknown) => ({ cause: tx.error ?? cause }),
    );
    try {
      const value = await work(operationsOn((store) => tx.objectStore(store)));
      const failure = await ended;
      return failure ? { ok: false, error: toStorageError(failure.cause) } : { ok: true, value };
    } catch (cause) {
      abortQuietly(tx);
      const failure = await ended;
      const own = failure?.cause instanceof DOMException && failure.cause.name !== 'AbortError';
      return { ok: false, error: toStorageError(own ? failure.cause : cause) };
    }
  } catch (cause) {
    return { ok: false, error: toStorageError(cause) };
  }
}

function abortQuietly(tx: { abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It had ended by itself; its reason comes from `done`.
  }
}

type AnyStore = IDBPObjectStore<unknown, string[], string, IDBTransactionMode>;

function operationsOn(storeOf: (name: string) => AnyStore): StorageTransaction {
  const readOnly = (): TypeError => new TypeError('A read-only transaction was asked to write.');
  return {
    get: (store, key) => storeOf(store).get(key),
    list: (store, options) => listOn(storeOf(store), options),
    keys: async (store, options) => {
      const range = rangeOf(options);
      return range ? (await storeOf(store).getAllKeys(range, options?.limit)).map(keyText) : [];
    },
    put: async (name, key, value) => {
      const store = storeOf(name);
      if (!store.put) throw readOnly();
      await store.put(value, key);
    },
    delete: async (name, key) => {
      const store = storeOf(name);
      if (!store.delete) throw readOnly();
      await store.delete(key);
    },
  };
}

async function listOn(store: AnyStore, options: ListOptions = {}): Promise<StoredEntry[]> {
  const { limit, descending = false } = options;
  const range = rangeOf(options);
  if (range === null) return [];
  if (!descending) {
    const [keys, values] = await Promise.all([store.getAllKeys(range, limit), store.getAll(range, limit)]);
    return keys.map((key, index) => ({ key: keyText(key), value: values[index] }));
  }
  const entries: StoredEntry[] = [];
  for (let at = await store.openCursor(range, 'prev'); at !== null; at = await at.continue()) {
    entries.push({ key: keyText(at.key), value: at.value });
    if (entries.length === limit) break;
  }
  return entries;
}

/** null when no key can be in it. */
function rangeOf({ prefix = '', before }: ListOptions = {}): IDBKeyRange | null {
  const end = `${prefix}\uFFFF`;
  const upTo = before !== undefined && before < end ? before : end;
  return upTo <= prefix ? null : IDBKeyRange.bound(prefix, upTo, false, true);
}

/** Every key here is a string; anything else was not written by this code. */
function keyText(key: IDBValidKey): string {
  return typeof key === 'string' ? key : '';
}
