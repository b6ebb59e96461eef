import { createStore } from 'zustand/vanilla';
import {
  markInterrupted,
  readPage,
  readRun,
  readSingles,
  sealOldest,
  sendingPages,
} from './history-records.ts';
import type { HistoryState, HistoryStore } from './history-types.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PagePresence } from './page-presence.ts';
import { type Sha256Hex, toRecord } from './run-record.ts';
import { sha256Hex as webSha256Hex } from './sha256-hex.ts';
import { storageError } from './storage-error.ts';
import type { StorageDb, StorageResult } from './storage-types.ts';
import { withSummaries } from './summary-list.ts';
import type { Run } from './types.ts';

export interface CreateHistoryStore {
  /** Never rejects (storage-db.ts). */
  storage: Promise<StorageDb>;
  presence: PagePresence;
  notices: NoticeStore;
  /** @default WebCrypto's */
  sha256Hex?: Sha256Hex;
}

/** Records of runs: written before the send, completed after it, and read back newest first. */
export function createHistoryStore(options: CreateHistoryStore): HistoryStore {
  const { storage, presence, notices, sha256Hex = webSha256Hex } = options;
  let oldestPage: string | undefined;

  const put = async (run: Run): Promise<StorageResult<void>> => {
    const record = await toRecord(run, presence.pageId, sha256Hex);
    if (!record) return { ok: false, error: storageError('failed') };
    const { summary, body } = record;
    store.setState(({ summaries }) => ({ summaries: withSummaries(summaries, [summary]) }));
    return (await storage).write([
      { type: 'put', store: 'runSummaries', key: run.id, value: summary },
      { type: 'put', store: 'runBodies', key: run.id, value: body },
    ]);
  };
  const watchPage = async (db: StorageDb, pageId: string): Promise<void> => {
    await presence.whenGone(pageId);
    const marked = await markInterrupted(db, pageId);
    if (!marked.ok || marked.value.length === 0) return;
    store.setState(({ summaries, interrupted }) => ({
      summaries: withSummaries(summaries, marked.value),
      interrupted: [...marked.value, ...interrupted],
    }));
  };
  const tellUnread = (unread: number): void => {
    if (unread === 0) return;
    const text = `${unread} of the saved runs can not be read. They are left as they are.`;
    notices.getState().actions.tell({ id: 'history-unread', tone: 'warning', text });
  };

  const store: HistoryStore = createStore<HistoryState>((set, get) => ({
    phase: 'loading',
    summaries: [],
    hasMore: false,
    interrupted: [],
    actions: {
      async load() {
        const db = await storage;
        const read = await readSingles(db);
        if (!read.ok) return set({ phase: 'unavailable' });
        const { summaries, unread, hasPages } = read.value;
        set((state) => ({
          phase: db.mode === 'memory' ? 'unavailable' : 'ready',
          summaries: withSummaries(summaries, state.summaries),
          hasMore: hasPages,
        }));
        tellUnread(unread);
        for (const pageId of sendingPages(summaries, presence.pageId)) void watchPage(db, pageId);
        await sealOldest(db);
      },
      async loadMore() {
        if (!get().hasMore) return;
        const read = await readPage(await storage, oldestPage);
        if (!read.ok) return set({ hasMore: false });
        const { key, summaries, unread, hasMore } = read.value;
        oldestPage = key;
        set((state) => ({ summaries: withSummaries(summaries, state.summaries), hasMore }));
        tellUnread(unread);
      },
      get: async (id) => readRun(await storage, id),
      begin: put,
      complete: put,
      async discard(id) {
        set(({ summaries }) => ({ summaries: summaries.filter((one) => one.id !== id) }));
        return (await storage).write([
          { type: 'delete', store: 'runSummaries', key: id },
          { type: 'delete', store: 'runBodies', key: id },
        ]);
      },
    },
  }));
  return store;
}
