/** A small string store such as localStorage. Nothing here throws, whatever the browser refuses. */
export interface TextStorage {
  /** null when there is none, or it can't be read. */
  get(key: string): string | null;
  /** False when it was not kept: blocked, or full. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Calls back when another tab changed the key. Returns what ends it. */
  watch(key: string, listener: () => void): () => void;
}

/** `storage` is asked anew each time: even reading `window.localStorage` throws where site data is blocked. */
export function guardedStorage(storage: () => Storage): TextStorage {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt((store) => store.getItem(key), null),
    set: (key, value) =>
      attempt((store) => {
        store.setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt((store) => store.removeItem(key), undefined),
    watch(key, listener) {
      const area = attempt<Storage | null>((store) => store, null);
      const handle = (event: StorageEvent): void => {
        // A null key: the other tab cleared everything.
        if (event.storageArea === area && (event.key === key || event.key === null)) listener();
      };
      window.addEventListener('storage', handle);
      return () => window.removeEventListener('storage', handle);
    },
  };
}

/** JSON text as a value, or undefined when it is none. */
export function parseJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
