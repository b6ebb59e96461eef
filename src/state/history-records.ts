import type { RunSummary } from './history-types.ts';
import type { StorageDb, StorageResult, StorageTransaction, StoredEntry } from './storage-types.ts';
import { parseBegun, parseBody, parsePage, parseSummary, toRun } from './stored-run.ts';
import type { Run } from './types.ts';

/** Recent runs stay single records; beyond twice this many the oldest are sealed into one record of this many. */
const summariesPerPage = 512;

export interface ReadSingles {
  /** Newest first. */
  summaries: RunSummary[];
  /** Records of another version, or damaged. */
  unread: number;
  hasPages: boolean;
}

/** The recent runs, each a record of its own. */
export function readSingles(db: StorageDb): Promise<StorageResult<ReadSingles>> {
  return db.transact(['runSummaries', 'runPages'], 'readonly', async (tx) => {
    const [entries, pages] = await Promise.all([tx.list('runSummaries'), tx.keys('runPages', { limit: 1 })]);
    const summaries = readable(entries);
    return {
      summaries: summaries.toReversed(),
      unread: entries.length - summaries.length,
      hasPages: pages.length > 0,
    };
  });
}

/** Those of these runs that are there, in no order. */
export function readSome(db: StorageDb, ids: readonly string[]): Promise<StorageResult<RunSummary[]>> {
  return db.transact(['runSummaries', 'runPages'], 'readonly', async (tx) => {
    const read = ids.map(
      async (id) => parseSummary(await tx.get('runSummaries', id)) ?? summaryInPages(tx, id),
    );
    return (await Promise.all(read)).flatMap((summary) => summary ?? []);
  });
}

export interface ReadPage {
  key: string;
  summaries: RunSummary[];
  unread: number;
  hasMore: boolean;
}

/** The newest sealed page below a key. */
export function readPage(db: StorageDb, before: string | undefined): Promise<StorageResult<ReadPage>> {
  return db.transact(['runPages'], 'readonly', async (tx) => {
    const range = before === undefined ? {} : { before };
    const [newest] = await tx.list('runPages', { ...range, descending: true, limit: 1 });
    if (!newest) return { key: '', summaries: [], unread: 0, hasMore: false };
    const older = await tx.keys('runPages', { before: newest.key, limit: 1 });
    const { summaries, unread } = parsePage(newest.value);
    return { key: newest.key, summaries: summaries.toReversed(), unread, hasMore: older.length > 0 };
  });
}

/** Pages that were sending, as far as these records tell, apart from this one. */
export function sendingPages(summaries: readonly RunSummary[], ownPageId: string): string[] {
  const sending = summaries.filter(({ state, sessionId }) => state === 'sending' && sessionId !== ownPageId);
  return [...new Set(sending.map(({ sessionId }) => sessionId))];
}

/** What a page that is gone left behind: nobody knows what became of it. */
export function markInterrupted(db: StorageDb, pageId: string): Promise<StorageResult<RunSummary[]>> {
  return db.transact(['runSummaries', 'runBodies'], 'readwrite', async (tx) => {
    const marked: RunSummary[] = [];
    for (const { value } of await tx.list('runSummaries')) {
      const summary = parseSummary(value);
      if (summary?.state !== 'sending' || summary.sessionId !== pageId) continue;
      const one: RunSummary = { ...summary, state: 'interrupted', outcome: 'unknown' };
      const begun = parseBegun(value);
      await Promise.all([
        tx.put('runSummaries', one.id, one),
        begun ? tx.put('runBodies', one.id, begun) : undefined,
      ]);
      marked.push(one);
    }
    return marked;
  });
}

/** Many old summaries in one record are read several times faster than one by one. */
export function sealOldest(db: StorageDb): Promise<StorageResult<void>> {
  return db.transact(['runSummaries', 'runPages'], 'readwrite', async (tx) => {
    const entries = await tx.list('runSummaries');
    for (let from = 0; entries.length - from > 2 * summariesPerPage; from += summariesPerPage) {
      const oldest = entries.slice(from, from + summariesPerPage);
      const summaries = readable(oldest);
      // One that is still sent, or can't be read, waits: pages never overlap and lose nothing.
      if (summaries.length < oldest.length || summaries.some(({ state }) => state === 'sending')) return;
      await sealPage(tx, oldest, summaries);
    }
  });
}

async function sealPage(
  tx: StorageTransaction,
  entries: readonly StoredEntry[],
  summaries: readonly RunSummary[],
): Promise<void> {
  const [first] = entries;
  if (!first) return;
  await Promise.all([
    tx.put('runPages', first.key, { v: 1, summaries }),
    ...entries.map(({ key }) => tx.delete('runSummaries', key)),
  ]);
}

/** A whole run by its id, or null when there is none or it can't be read. */
export async function readRun(db: StorageDb, id: string): Promise<Run | null> {
  const read = await db.transact(['runSummaries', 'runPages', 'runBodies'], 'readonly', async (tx) => {
    const [single, body] = await Promise.all([tx.get('runSummaries', id), tx.get('runBodies', id)]);
    const summary = parseSummary(single) ?? (await summaryInPages(tx, id));
    const parsed = parseBody(body) ?? parseBegun(single);
    return summary && parsed ? toRun(summary, parsed) : null;
  });
  return read.ok ? read.value : null;
}

async function summaryInPages(tx: StorageTransaction, id: string): Promise<RunSummary | null> {
  // A page's key is the id of its first run.
  const pages = await tx.list('runPages', { before: `${id}\u0000`, descending: true, limit: 1 });
  const [page] = pages.map(({ value }) => parsePage(value));
  return page?.summaries.find((summary) => summary.id === id) ?? null;
}

function readable(entries: readonly StoredEntry[]): RunSummary[] {
  return entries.flatMap(({ value }) => parseSummary(value) ?? []);
}
