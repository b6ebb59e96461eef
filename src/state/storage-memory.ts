import { applyChanges } from './storage-changes.ts';
import { toStorageError } from './storage-error.ts';
import {
  type ListOptions,
  type StorageDb,
  type StorageResult,
  type StorageTransaction,
  type StoredEntry,
  type StoreName,
  storeNames,
} from './storage-types.ts';

type Stores = Record<StoreName, Map<string, unknown>>;

/** Stands in for IndexedDB where the browser refuses it: everything works, and is gone with the page. */
export function createMemoryStorage(): StorageDb {
  let stores = emptyStores();
  let last: Promise<unknown> = Promise.resolve();

  const run = async <T>(work: (tx: StorageTransaction) => Promise<T>): Promise<StorageResult<T>> => {
    const copy = copyOf(stores);
    try {
      const value = await work(transactionOn(copy));
      stores = copy;
      return { ok: true, value };
    } catch (cause) {
      return { ok: false, error: toStorageError(cause) };
    }
  };
  const transact: StorageDb['transact'] = (_stores, _mode, work) => {
    const result = last.then(() => run(work));
    last = result;
    return result;
  };
  return {
    mode: 'memory',
    transact,
    write: (changes) => transact(storeNames, 'readwrite', (tx) => applyChanges(tx, changes)),
    close: () => undefined,
  };
}

function transactionOn(stores: Stores): StorageTransaction {
  return {
    get: async (store, key) => structuredClone(stores[store].get(key)),
    list: async (store, options) => structuredClone(entriesOf(stores[store], options)),
    keys: async (store, options) => entriesOf(stores[store], options).map(({ key }) => key),
    put: async (store, key, value) => void stores[store].set(key, structuredClone(value)),
    delete: async (store, key) => void stores[store].delete(key),
  };
}

function entriesOf(store: Map<string, unknown>, options: ListOptions = {}): StoredEntry[] {
  const { prefix = '', before, limit, descending = false } = options;
  const keys = [...store.keys()].filter(
    (key) => key.startsWith(prefix) && (before === undefined || key < before),
  );
  keys.sort((a, b) => (a < b ? -1 : 1));
  if (descending) keys.reverse();
  return keys.slice(0, limit).map((key) => ({ key, value: store.get(key) }));
}

function emptyStores(): Stores {
  return storesOf(() => new Map());
}

/** Values are never changed in place, so that copying the maps is enough to roll back. */
function copyOf(stores: Stores): Stores {
  return storesOf((name) => new Map(stores[name]));
}

function storesOf(make: (name: StoreName) => Map<string, unknown>): Stores {
  return {
    runSummaries: make('runSummaries'),
    runPages: make('runPages'),
    runBodies: make('runBodies'),
    drafts: make('drafts'),
    kv: make('kv'),
    presets: make('presets'),
    presetBodies: make('presetBodies'),
    favourites: make('favourites'),
    runGroups: make('runGroups'),
  };
}
