import type { RunSummary } from './history-types.ts';
import { pageEntries, parseEnded, parseSummary } from './stored-run.ts';
import type { StorageTransaction, StoredEntry, StoreName } from './storage-types.ts';

/** The stores of everything that belongs to runs. */
export const runStores = ['runSummaries', 'runGroups', 'runPages', 'runBodies', 'favourites'] as const;

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
  const body = removed.find(({ store }) => store === 'runBodies')?.value;
  for (const record of await recordsOfMany(tx, id)) {
    const entry = pageEntries(record.value).find((one) => parseSummary(one)?.id === id);
    if (entry === undefined) continue;
    await keepEntries(tx, record, (one) => one?.id !== id);
    // Comes back as a record of its own, which counts just the same. Its group may be behind what its body says.
    removed.push({ store: 'runSummaries', key: id, value: parseEnded(body) ?? entry });
  }
  return removed;
}

/** The page and the groups that may hold a run: groups of two series may overlap, pages never do. */
async function recordsOfMany(tx: StorageTransaction, id: string): Promise<RecordOfMany[]> {
  const before = `${id}\u0000`;
  const pages = await tx.list('runPages', { before, descending: true, limit: 1 });
  const groups = await tx.list('runGroups', { before });
  return [
    ...pages.map((page) => ({ store: 'runPages', ...page }) as const),
    ...groups.map((group) => ({ store: 'runGroups', ...group }) as const),
  ];
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
  const groups = await tx.list('runGroups', { before });
  const recent = [...singles.map(({ value }) => value), ...groups.flatMap(({ value }) => pageEntries(value))];
  const sending = recent
    .flatMap((entry) => parseSummary(entry) ?? [])
    .filter(({ state }) => state === 'sending');
  const kept = new Set([...keep, ...sending.map(({ id }) => id)]);
  const goes = (id: string): boolean => id < before && !kept.has(id);
  const stays = (summary: RunSummary | null): boolean => summary !== null && !goes(summary.id);
  for (const page of await tx.list('runPages', { before }))
    await keepEntries(tx, { store: 'runPages', ...page }, stays);
  for (const group of groups) await keepEntries(tx, { store: 'runGroups', ...group }, stays);
  let removed = 0;
  for (const store of ['runSummaries', 'runBodies', 'favourites'] as const) {
    const keys = (await tx.keys(store, { before })).filter(goes);
    await Promise.all(keys.map((key) => tx.delete(store, key)));
    if (store === 'runBodies') removed = keys.length;
  }
  return removed;
}

/** A sealed page or a group: its key is the id of its first run, also when that one has gone. */
export interface RecordOfMany extends StoredEntry {
  store: 'runPages' | 'runGroups';
}

/** Leaves in a record those that stay, which is asked with null of a run that can't be read. */
export async function keepEntries(
  tx: StorageTransaction,
  { store, key, value }: RecordOfMany,
  stays: (summary: RunSummary | null) => boolean,
): Promise<void> {
  const entries = pageEntries(value);
  const rest = entries.filter((entry) => stays(parseSummary(entry)));
  if (rest.length === 0) await tx.delete(store, key);
  else if (rest.length < entries.length) await tx.put(store, key, { v: 1, summaries: rest });
}
