import type { HistoryChannel, HistoryNews } from './history-channel.ts';
import { readPage, readRun, readSingles, readSome, sendingPages } from './history-records.ts';
import { markInterrupted, sealOldest } from './history-upkeep.ts';
import type { HistoryAccess, ReadingActions, RunSummary } from './history-types.ts';
import type { CreateHistoryStore } from './history-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { StorageDb } from './storage-types.ts';
import { withSummaries } from './summary-list.ts';

/** Sealed pages that are shown together: drawing the list for each would take longer than reading it. */
const pagesAtOnce = 8;

/** Reads the history, marks what was interrupted, and follows what other tabs do. */
export function readingActions(options: CreateHistoryStore, { set, get }: HistoryAccess): ReadingActions {
  const { storage, presence, notices } = options;
  let oldestPage: string | undefined;
  let loadingAll: Promise<void> | null = null;

  const load = async (): Promise<void> => {
    const db = await storage;
    const read = await readSingles(db);
    if (!read.ok) return set(() => ({ phase: 'unavailable' }));
    const { summaries, unread, hasPages } = read.value;
    set((state) => ({
      phase: db.mode === 'memory' ? 'unavailable' : 'ready',
      summaries: withSummaries(summaries, state.summaries),
      hasMore: hasPages,
    }));
    tellUnread(notices, unread);
    for (const pageId of sendingPages(summaries, presence.pageId)) void watchPage(options, set, pageId);
    await sealOldest(db);
  };
  const loadPages = async (count: number): Promise<void> => {
    const db = await storage;
    const found: RunSummary[] = [];
    let hasMore = get().hasMore;
    for (let page = 0; page < count && hasMore; page += 1) {
      const read = await readPage(db, oldestPage);
      hasMore = read.ok && read.value.hasMore;
      if (!read.ok) break;
      oldestPage = read.value.key;
      found.push(...read.value.summaries);
      tellUnread(notices, read.value.unread);
    }
    set(({ summaries }) => ({ summaries: withSummaries(found, summaries), hasMore }));
  };
  const loadRest = async (): Promise<void> => {
    while (get().hasMore) await loadPages(pagesAtOnce);
  };
  const actions: ReadingActions = {
    load,
    loadMore: () => loadPages(1),
    loadAll: () => (loadingAll ??= loadRest().finally(() => (loadingAll = null))),
    async reload() {
      const wasWhole = !get().hasMore;
      await loadingAll;
      const db = await storage;
      const read = await readAnew(db, wasWhole);
      if (read === null) return;
      oldestPage = read.oldestPage;
      const own = get().summaries.filter(({ sessionId }) => sessionId === presence.pageId);
      const sending = own.filter(({ state }) => state === 'sending');
      const ended = new Map(own.flatMap((one) => (one.state === 'sending' ? [] : [[one.id, one] as const])));
      // What of this page ended while it was read, or is told by no record yet, is known better here.
      const found = read.found.map((one) => (one.state === 'sending' ? (ended.get(one.id) ?? one) : one));
      set(() => ({ summaries: withSummaries(sending, found), hasMore: read.hasMore }));
    },
    get: async (id) => readRun(await storage, id),
  };
  if (options.channel) followOthers(options.channel, storage, { set, get });
  return actions;
}

/** The list as it is now, with all sealed pages if `whole`: the one on the screen stands until then. */
async function readAnew(db: StorageDb, whole: boolean) {
  const singles = await readSingles(db);
  if (!singles.ok) return null;
  const found = [...singles.value.summaries];
  let hasMore = singles.value.hasPages;
  let oldestPage: string | undefined;
  while (whole && hasMore) {
    const page = await readPage(db, oldestPage);
    if (!page.ok) return null;
    found.push(...page.value.summaries);
    ({ key: oldestPage, hasMore } = page.value);
  }
  return { found, hasMore, oldestPage };
}

/** A run of a page that is gone has no one to complete it. */
async function watchPage(
  { storage, presence, channel }: CreateHistoryStore,
  set: HistoryAccess['set'],
  pageId: string,
): Promise<void> {
  await presence.whenGone(pageId);
  const marked = await markInterrupted(await storage, pageId);
  if (!marked.ok || marked.value.length === 0) return;
  set(({ summaries, interrupted }) => ({
    summaries: withSummaries(summaries, marked.value),
    interrupted: withSummaries(
      interrupted,
      marked.value.filter(({ state }) => state === 'interrupted'),
    ),
  }));
  channel?.tell({ type: 'runs', ids: marked.value.map(({ id }) => id) });
}

/** Shows what other tabs do to the history. */
function followOthers(
  channel: HistoryChannel,
  storage: Promise<StorageDb>,
  { set, get }: HistoryAccess,
): void {
  const take = async (news: HistoryNews): Promise<void> => {
    if (news.type === 'all') return get().actions.reload();
    const read = await readSome(await storage, news.ids);
    if (!read.ok) return;
    const gone = new Set(news.ids);
    set(({ summaries }) => ({
      summaries: withSummaries(
        summaries.filter(({ id }) => !gone.has(id)),
        read.value,
      ),
    }));
  };
  channel.listen((news) => void take(news));
}

function tellUnread(notices: NoticeStore, unread: number): void {
  if (unread === 0) return;
  const text = `${unread} of the saved runs can not be read. They are left as they are.`;
  const remedy = { type: 'save-unread' } as const;
  notices.getState().actions.tell({ id: 'history-unread', tone: 'warning', text, remedy });
}
