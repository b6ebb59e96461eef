import { toStorageError } from './storage-error.ts';
import type { StorageChange, StorageResult } from './storage-types.ts';

/**
 * One transaction, handed to the browser with its commit before the call returns. It is written to IndexedDB itself:
 * a promise for each request costs several times the request, and nobody waits for one of them alone.
 */
export function writeTogether(
  db: IDBDatabase,
  changes: readonly StorageChange[],
): Promise<StorageResult<void>> {
  return new Promise((resolve) => {
    const fail = (cause: unknown): void => resolve({ ok: false, error: toStorageError(cause) });
    if (changes.length === 0) return resolve({ ok: true, value: undefined });
    try {
      const tx = db.transaction([...new Set(changes.map(({ store }) => store))], 'readwrite');
      tx.addEventListener('complete', () => resolve({ ok: true, value: undefined }));
      // The reason of a failure is the transaction's own: a full disk shows only there.
      tx.addEventListener('abort', () => fail(tx.error));
      issue(tx, changes, fail);
    } catch (cause) {
      fail(cause);
    }
  });
}

function issue(tx: IDBTransaction, changes: readonly StorageChange[], fail: (cause: unknown) => void): void {
  try {
    for (const change of changes) {
      const store = tx.objectStore(change.store);
      if (change.type === 'put') store.put(change.value, change.key);
      else store.delete(change.key);
    }
    tx.commit();
  } catch (cause) {
    fail(cause);
    tx.abort();
  }
}
