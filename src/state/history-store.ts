import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  markInterrupted,
  readPage,
  readRun,
  readSingles,
  sealOldest,
  sendingPages,
} from './history-records.ts';
import type { HistoryActions, HistoryState, HistoryStore } from './history-types.ts';
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
  return createStore<HistoryState>((set, get) => ({
    phase: 'loading',
    summaries: [],
    hasMore: false,
    interrupted: [],
    actions: { ...readingActions(options, { set, get }), ...writingActions(options, { set, get }) },
  }));
}

type Access = { set: StoreApi<HistoryState>['setState']; get: StoreApi<HistoryState>['getState'] };
type WritingActions = Pick<HistoryActions, 'begin' | 'complete' | 'discard'>;

function writingActions(options: CreateHistoryStore, { set }: Access): WritingActions {
  const { storage, presence, sha256Hex = webSha256Hex } = options;
  const put = async (run: Run): Promise<StorageResult<void>> => {
    const record = await toRecord(run, presence.pageId, sha256Hex);
    if (!record) return { ok: false, error: storageError('failed') };
    set(({ summaries }) => ({ summaries: withSummaries(summaries, [record.summary]) }));
    return (await storage).write([
      { type: 'put', store: 'runSummaries', key: run.id, value: record.summary },
      { type: 'put', store: 'runBodies', key: run.id, value: record.body },
    ]);
  };
  return {
    begin: put,
    complete: put,
    async discard(id) {
      set(({ summaries }) => ({ summaries: summaries.filter((one) => one.id !== id) }));
      return (await storage).write([
        { type: 'delete', store: 'runSummaries', key: id },
        { type: 'delete', store: 'runBodies', key: id },
      ]);
    },
  };
}

type ReadingActions = Pick<HistoryActions, 'load' | 'loadMore' | 'get'>;

function readingActions(options: CreateHistoryStore, { set, get }: Access): ReadingActions {
  const { storage, presence, notices } = options;
  let oldestPage: string | undefined;

  const watchPage = async (db: StorageDb, pageId: string): Promise<void> => {
    await presence.whenGone(pageId);
    const marked = await markInterrupted(db, pageId);
    if (!marked.ok || marked.value.length === 0) return;
    set(({ summaries, interrupted }) => ({
      summaries: withSummaries(summaries, marked.value),
      interrupted: withSummaries(interrupted, marked.value),
    }));
  };
  return {
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
      tellUnread(notices, unread);
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
      tellUnread(notices, unread);
    },
    get: async (id) => readRun(await storage, id),
  };
}

function tellUnread(notices: NoticeStore, unread: number): void {
  if (unread === 0) return;
  const text = `${unread} of the saved runs can not be read. They are left as they are.`;
  notices.getState().actions.tell({ id: 'history-unread', tone: 'warning', text });
}
