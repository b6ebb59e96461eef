import { openDB, unwrap } from 'idb';

const full = new DOMException('no room', 'QuotaExceededError');

/** The browser's own database, that refuses all but the history while more than `runs` runs are in it. */
export function fullAbove(runs: number): typeof openDB {
  return withWrites((begin) => {
    const tx = begin();
    if (tx.objectStoreNames.contains('runBodies')) return tx;
    const kept = tx.db.transaction('runBodies').objectStore('runBodies').count();
    return ended(tx, () => (kept.readyState === 'done' ? kept.result > runs : undefined));
  });
}

/** As Chromium does it: at the commit the transaction aborts, and its own error alone names the reason. */
export const fullAtCommit: typeof openDB = withWrites((begin) => ended(begin(), () => true));

export const fullAtBegin: typeof openDB = withWrites(() => {
  throw full;
});

/** The browser's own database, with another beginning of what writes. */
function withWrites(write: (begin: () => IDBTransaction) => IDBTransaction): typeof openDB {
  return async (...given) => {
    const db = await openDB(...given);
    const raw = unwrap(db);
    const begin = raw.transaction.bind(raw);
    raw.transaction = (stores, mode) =>
      mode === 'readwrite' ? write(() => begin(stores, mode)) : begin(stores, mode);
    return db;
  };
}

/** Ends a transaction in its own time: as full, or as it would have. */
function ended(tx: IDBTransaction, isFull: () => boolean | undefined): IDBTransaction {
  const [name = ''] = tx.objectStoreNames;
  const look = (): void => {
    const verdict = isFull();
    if (verdict) {
      Object.defineProperty(tx, 'error', { value: full });
      tx.abort();
    } else if (verdict === undefined) lookSoon();
  };
  // Only a request keeps it open.
  const lookSoon = (): void => tx.objectStore(name).count().addEventListener('success', look);
  lookSoon();
  tx.commit = () => undefined;
  return tx;
}
