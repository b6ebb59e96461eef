import type { RunSummary } from './history-types.ts';
import { pageEntries, parsePage, parseSummary } from './stored-run.ts';
import type { StorageTransaction, StoredEntry, StoreName } from './storage-types.ts';

/** The stores of everything that belongs to runs. */
export const runStores = ['runSummaries', 'runPages', 'runBodies', 'favourites'] as const;

/** Records that were taken out, to be put back by an undo. */
export type RemovedRecords = readonly (StoredEntry & { store: StoreName })[];

/** Takes out one run and gives its records. */
export async function removeRun(tx: StorageTransaction, id: string): Promise<RemovedRecords> {
  const stores = ['runSummaries', 'runBodies', 'favourites'] as const;
  const found = await Promise.all(
    stores.map(async (store) => ({ store, key: id, value: await tx.get(store, id) })),
  );
  const removed: (StoredEntry & { store: StoreName })[] = found.filter(({ value }) => value !== undefined);
  await Promise.all(removed.map(({ store, key }) => tx.delete(store, key)));
  const [page] = await tx.list('runPages', { before: `${id}\u0000`, descending: true, limit: 1 });
  const sealed = page && parsePage(page.value).summaries.find((summary) => summary.id === id);
  if (page && sealed) {
    await keepInPage(tx, page, (one) => one?.id !== id);
    // Comes back as a record of its own, which counts just the same.
    removed.push({ store: 'runSummaries', key: id, value: sealed });
  }
  return removed;
}

export interface RemoveBefore {
  /** Ids less than this go; a run's id begins with the time of its start. */
  before: string;
  /** These stay. */
  keep: ReadonlySet<string>;
}

/** Takes out the runs before an id, what can't be read of them too. What is under way stays. Gives how many went. */
export async function removeBefore(tx: StorageTransaction, { before, keep }: RemoveBefore): Promise<number> {
  const singles = await tx.list('runSummaries', { before });
  const sending = singles.filter(({ value }) => parseSummary(value)?.state === 'sending');
  const kept = new Set([...keep, ...sending.map(({ key }) => key)]);
  const goes = (id: string): boolean => id < before && !kept.has(id);
  const pages = await tx.list('runPages', { before });
  for (const page of pages) await keepInPage(tx, page, (summary) => summary !== null && !goes(summary.id));
  let removed = 0;
  for (const store of ['runSummaries', 'runBodies', 'favourites'] as const) {
    const keys = (await tx.keys(store, { before })).filter(goes);
    await Promise.all(keys.map((key) => tx.delete(store, key)));
    if (store === 'runBodies') removed = keys.length;
  }
  return removed;
}

/**
 * A page's key is the id of its first run, also when that one has gone: pages never overlap. `stays` is asked with
 * null of a run that can't be read.
 */
async function keepInPage(
  tx: StorageTransaction,
  { key, value }: StoredEntry,
  stays: (summary: RunSummary | null) => boolean,
): Promise<void> {
  const entries = pageEntries(value);
  const rest = entries.filter((entry) => stays(parseSummary(entry)));
  if (rest.length === 0) await tx.delete('runPages', key);
  else if (rest.length < entries.length) await tx.put('runPages', key, { v: 1, summaries: rest });
}
