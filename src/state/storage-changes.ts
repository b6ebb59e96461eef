import type { StorageChange, StorageTransaction } from './storage-types.ts';

/** Issues every change at once: a page that is closing has no second turn. */
export async function applyChanges(tx: StorageTransaction, changes: readonly StorageChange[]): Promise<void> {
  await Promise.all(
    changes.map((change) =>
      change.type === 'put'
        ? tx.put(change.store, change.key, change.value)
        : tx.delete(change.store, change.key),
    ),
  );
}
