import { createStore } from 'zustand/vanilla';
import type { HistoryChannel } from './history-channel.ts';
import type {
  HistoryAccess,
  HistoryState,
  HistoryStore,
  ReadingActions,
  RunRecords,
  SeriesRecords,
} from './history-types.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PagePresence } from './page-presence.ts';
import { recordChanges, removalChanges, type Sha256Hex, toRecord } from './run-record.ts';
import { sha256Hex as webSha256Hex } from './sha256-hex.ts';
import { storageError } from './storage-error.ts';
import type { StorageChange, StorageDb, StorageResult } from './storage-types.ts';
import { withSummaries } from './summary-list.ts';
import type { Run } from './types.ts';

export interface CreateHistoryStore {
  /** Never rejects (storage-db.ts). */
  storage: Promise<StorageDb>;
  presence: PagePresence;
  notices: NoticeStore;
  /** The other tabs. @default none */
  channel?: HistoryChannel;
  /** @default WebCrypto's */
  sha256Hex?: Sha256Hex;
}

/** Records of runs: written before the send, completed after it, and read back newest first. */
export function createHistoryStore(options: CreateHistoryStore): HistoryStore {
  return createStore<HistoryState>((set, get) => {
    const records = writingActions(options, set);
    const reading = lateReading(options, { set, get });
    let series: SeriesRecords | undefined;
    return {
      phase: 'loading',
      summaries: [],
      hasMore: false,
      interrupted: [],
      actions: {
        ...reading,
        ...records,
        async get(id) {
          await series?.flush();
          return reading.get(id);
        },
        forSeries: () =>
          import('./history-series.ts').then(
            ({ seriesRecords }) => (series ??= seriesRecords(options, set)),
            () => records,
          ),
      },
    };
  });
}

/** The first invoke writes and does not wait for what reads. */
function lateReading(options: CreateHistoryStore, access: HistoryAccess): ReadingActions {
  let reading: Promise<ReadingActions> | undefined;
  const actions = (): Promise<ReadingActions> => {
    reading ??= import('./history-reading.ts').then(({ readingActions }) => readingActions(options, access));
    return reading;
  };
  // Without its code, as when the server has gone, runs are written all the same and none is listed.
  const quietly = async (work: (reading: ReadingActions) => Promise<void>): Promise<void> => {
    await actions().then(work, () => access.set(() => ({ phase: 'unavailable' })));
  };
  return {
    load: () => quietly((one) => one.load()),
    loadMore: () => quietly((one) => one.loadMore()),
    loadAll: () => quietly((one) => one.loadAll()),
    reload: () => quietly((one) => one.reload()),
    get: async (id) => (await actions()).get(id),
  };
}

function writingActions(options: CreateHistoryStore, set: HistoryAccess['set']): RunRecords {
  const { storage, presence, channel, sha256Hex = webSha256Hex } = options;
  const write = async (id: string, changes: readonly StorageChange[]): Promise<StorageResult<void>> => {
    const written = await (await storage).write(changes);
    if (written.ok) channel?.tell({ type: 'runs', ids: [id] });
    return written;
  };
  const put = async (run: Run): Promise<StorageResult<void>> => {
    const record = await toRecord(run, presence.pageId, sha256Hex);
    if (!record) return { ok: false, error: storageError('failed') };
    set(({ summaries }) => ({ summaries: withSummaries(summaries, [record.summary]) }));
    return write(run.id, recordChanges(record));
  };
  return {
    begin: put,
    complete: put,
    discard(id) {
      set(({ summaries }) => ({ summaries: summaries.filter((one) => one.id !== id) }));
      return write(id, removalChanges(id));
    },
  };
}
