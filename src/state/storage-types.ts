/**
 * The port to what is kept on this device. Transactions alone, so that the in-memory stand-in and IndexedDB
 * behave alike; values are structured-cloned, keys are strings in code-unit order. Nothing here rejects.
 */
export interface StorageDb {
  readonly mode: 'indexeddb' | 'memory';
  /**
   * Runs `work` in one transaction: everything it wrote is kept, or nothing. `work` may await only the
   * transaction's own operations.
   */
  transact<T>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    work: (tx: StorageTransaction) => Promise<T>,
  ): Promise<StorageResult<T>>;
  /** All or nothing, handed to the browser before the call returns: a page that is closing may rely on it. */
  write(changes: readonly StorageChange[]): Promise<StorageResult<void>>;
  close(): void;
}

export interface StorageTransaction {
  get(store: StoreName, key: string): Promise<unknown>;
  list(store: StoreName, options?: ListOptions): Promise<StoredEntry[]>;
  /** The keys alone, ascending: records may be large. */
  keys(store: StoreName, options?: Omit<ListOptions, 'descending'>): Promise<string[]>;
  put(store: StoreName, key: string, value: unknown): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
}

export type StorageChange =
  | { type: 'put'; store: StoreName; key: string; value: unknown }
  | { type: 'delete'; store: StoreName; key: string };

export interface ListOptions {
  /** Only keys that begin with this. */
  prefix?: string;
  /** Only keys less than this. */
  before?: string;
  limit?: number;
  /** From the greatest key down. @default false */
  descending?: boolean;
}

export interface StoredEntry {
  key: string;
  value: unknown;
}

/**
 * `runSummaries` are recent runs one by one, `runGroups` those of a series that began together, `runPages` older ones
 * sealed many to a record, `runBodies` by id. A run under way has its body inside its summary; the body of one that
 * ended in a group has the summary inside, which counts until the group says it too.
 * `favourites` are the names of runs that are kept for good, by the run's id. `presets` has what a list shows,
 * `presetBodies` the whole preset, both by the preset's id.
 */
export const storeNames = [
  'runSummaries',
  'runPages',
  'runBodies',
  'drafts',
  'kv',
  'presets',
  'presetBodies',
  'favourites',
  'runGroups',
] as const;
export type StoreName = (typeof storeNames)[number];

export type StorageResult<T> = { ok: true; value: T } | { ok: false; error: StorageError };

export interface StorageError {
  kind: StorageErrorKind;
  /** A sentence for the user. */
  message: string;
  cause?: unknown;
}

export type StorageErrorKind =
  /** The browser refuses storage to this page: private mode, blocked site data, a sandboxed frame. */
  | 'unavailable'
  /** An older tab keeps the database from being upgraded. */
  | 'blocked'
  /** The stored data was written by a newer version of the console. */
  | 'newer-version'
  /** The database opens but is not what it should be, or can't be read. */
  | 'corrupt'
  | 'quota'
  /** Closed for a newer version in another tab, or ended by the browser. */
  | 'closed'
  | 'failed';
