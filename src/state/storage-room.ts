import { openHistoryChannel } from './history-channel.ts';
import { removeBefore, runStores } from './run-removal.ts';
import type { StorageDb } from './storage-types.ts';

/** Takes out the oldest quarter of the runs, favourites and what is under way never. Gives how many went. */
export async function makeRoom(db: StorageDb): Promise<number> {
  const removed = await db.transact(runStores, 'readwrite', async (tx) => {
    const keep = new Set(await tx.keys('favourites'));
    const ids = (await tx.keys('runBodies')).filter((id) => !keep.has(id));
    const newest = ids[Math.ceil(ids.length / 4) - 1];
    return newest === undefined ? 0 : removeBefore(tx, { before: `${newest}\u0000`, keep });
  });
  if (!removed.ok || removed.value === 0) return 0;
  // Heard by the lists of this page too.
  openHistoryChannel().tell({ type: 'all' });
  return removed.value;
}
