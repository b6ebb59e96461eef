import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryChannel } from './history-channel.ts';
import type { HistoryStore } from './history-types.ts';
import { oldestToKeep, type Retention } from './retention.ts';
import { type RemovedRecords, removeBefore, removeRun, runStores } from './run-removal.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import { type Favourite, listFavourites, parseFavourite } from './stored-favourite.ts';

export interface KeeperState {
  /** By the run's id. */
  favourites: ReadonlyMap<string, Favourite>;
  actions: KeeperActions;
}

/** What of the history is kept, and what goes. Each change is one transaction: all of it, or nothing. */
export interface KeeperActions {
  load(): Promise<void>;
  /** Keeps a run for good, or names it anew; `revision` is that of the name before, 0 when it has none. */
  setFavourite(id: string, name: string, revision: number): Promise<NamedFavourite>;
  removeFavourite(id: string): Promise<void>;
  /** Takes a run out; null when it could not be done. */
  remove(id: string): Promise<RemovedRecords | null>;
  putBack(records: RemovedRecords): Promise<void>;
  /** Takes out everything but what is under way and, unless said, favourites. Gives how many went. */
  clear(options: { favouritesToo: boolean }): Promise<StorageResult<number>>;
  /** Takes out what is beyond the limits, oldest first. Gives how many went. */
  prune(limits: Retention): Promise<StorageResult<number>>;
}

export type NamedFavourite =
  | { ok: true }
  /** `changed`: another tab named it meanwhile, and `name` is what it is called there. */
  | { ok: false; reason: 'changed'; name: string }
  | { ok: false; reason: 'storage'; message: string };

export type RunKeeper = StoreApi<KeeperState>;

export interface CreateRunKeeper {
  storage: Promise<StorageDb>;
  history: HistoryStore;
  channel: HistoryChannel;
  now: () => Date;
}

export function createRunKeeper(options: CreateRunKeeper): RunKeeper {
  const { storage, channel } = options;
  const load = async (): Promise<void> => {
    const read = await (await storage).transact(['favourites'], 'readonly', listFavourites);
    if (read.ok) keeper.setState({ favourites: new Map(read.value.map((one) => [one.id, one])) });
  };
  const change: Change = async (work) => {
    const result = await (await storage).transact(runStores, 'readwrite', work);
    if (result.ok) await load();
    return result;
  };
  const keeper = createStore<KeeperState>(() => ({
    favourites: new Map(),
    actions: { load, ...favouriteActions(change, channel), ...removalActions(change, options) },
  }));
  channel.listen(() => void load());
  return keeper;
}

type Change = <T>(work: (tx: StorageTransaction) => Promise<T>) => Promise<StorageResult<T>>;
type FavouriteActions = Pick<KeeperActions, 'setFavourite' | 'removeFavourite'>;

function favouriteActions(change: Change, channel: HistoryChannel): FavouriteActions {
  return {
    async setFavourite(id, name, revision) {
      const result = await change(async (tx): Promise<NamedFavourite> => {
        const stored = parseFavourite(await tx.get('favourites', id));
        if (stored && stored.revision !== revision)
          return { ok: false, reason: 'changed', name: stored.name };
        await tx.put('favourites', id, { v: 1, id, revision: revision + 1, name } satisfies Favourite);
        return { ok: true };
      });
      channel.tell({ type: 'runs', ids: [] });
      return result.ok ? result.value : { ok: false, reason: 'storage', message: result.error.message };
    },
    async removeFavourite(id) {
      await change((tx) => tx.delete('favourites', id));
      channel.tell({ type: 'runs', ids: [] });
    },
  };
}

type RemovalActions = Omit<KeeperActions, keyof FavouriteActions | 'load'>;

function removalActions(change: Change, { history, channel, now, storage }: CreateRunKeeper): RemovalActions {
  const many = async (work: (tx: StorageTransaction) => Promise<number>): Promise<StorageResult<number>> => {
    const removed = await change(work);
    if (!removed.ok || removed.value === 0) return removed;
    await history.getState().actions.reload();
    channel.tell({ type: 'all' });
    return removed;
  };
  return {
    async remove(id) {
      const removed = await change((tx) => removeRun(tx, id));
      if (!removed.ok) return null;
      history.setState(({ summaries }) => ({ summaries: summaries.filter((one) => one.id !== id) }));
      channel.tell({ type: 'runs', ids: [id] });
      return removed.value;
    },
    async putBack(records) {
      await change((tx) => Promise.all(records.map(({ store, key, value }) => tx.put(store, key, value))));
      await history.getState().actions.reload();
      channel.tell({ type: 'runs', ids: records.map(({ key }) => key) });
    },
    clear: ({ favouritesToo }) =>
      many(async (tx) => {
        const favourites = favouritesToo ? [] : await tx.keys('favourites');
        return removeBefore(tx, { before: '\uFFFF', keep: new Set(favourites) });
      }),
    async prune(limits) {
      const before = await oldestToKeep(await storage, limits, now());
      if (before === null) return { ok: true, value: 0 };
      // Read again where it is written: another tab may have named one meanwhile.
      return many(async (tx) => removeBefore(tx, { before, keep: new Set(await tx.keys('favourites')) }));
    },
  };
}
