import type { RunSummary } from './history-types.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import {
  pageEntries,
  parseBegun,
  parseBody,
  parseEnded,
  parsePage,
  parseSummary,
  toRun,
} from './stored-run.ts';
import { withSummaries } from './summary-list.ts';
import type { Run } from './types.ts';

const runRecords = ['runSummaries', 'runGroups', 'runPages', 'runBodies'] as const;

export interface ReadSingles {
  /** Newest first. */
  summaries: RunSummary[];
  /** Records of another version, or damaged. */
  unread: number;
  hasPages: boolean;
}

/** The recent runs, those that are not sealed. */
export function readSingles(db: StorageDb): Promise<StorageResult<ReadSingles>> {
  return db.transact(['runSummaries', 'runGroups', 'runPages'], 'readonly', async (tx) => {
    const [entries, groups, pages] = await Promise.all([
      tx.list('runSummaries'),
      tx.list('runGroups'),
      tx.keys('runPages', { limit: 1 }),
    ]);
    const singles = entries.flatMap(({ value }) => parseSummary(value) ?? []);
    const grouped = groups.map(({ value }) => parsePage(value));
    return {
      summaries: withSummaries(
        singles.toReversed(),
        grouped.flatMap(({ summaries }) => summaries),
      ),
      unread: grouped.reduce((sum, { unread }) => sum + unread, entries.length - singles.length),
      hasPages: pages.length > 0,
    };
  });
}

/** Those of these runs that are there, in no order. */
export function readSome(db: StorageDb, ids: readonly string[]): Promise<StorageResult<RunSummary[]>> {
  return db.transact(runRecords, 'readonly', async (tx) => {
    const found = await Promise.all(ids.map((id) => findSummary(tx, id)));
    const missing = new Set(ids.filter((_id, index) => !found[index]));
    const grouped = missing.size === 0 ? [] : await groupedEntries(tx);
    const begun = grouped.map(parseSummary).filter((summary) => summary && missing.has(summary.id));
    return [...found, ...begun].flatMap((summary) => summary ?? []);
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

/** A whole run by its id, or null when there is none or it can't be read. */
export async function readRun(db: StorageDb, id: string): Promise<Run | null> {
  const read = await db.transact(runRecords, 'readonly', async (tx) => {
    const found = await findSummary(tx, id);
    const entry = found ? await tx.get('runSummaries', id) : await groupedEntry(tx, id);
    const summary = found ?? parseSummary(entry);
    const body = parseBody(await tx.get('runBodies', id)) ?? parseBegun(entry);
    return summary && body ? toRun(summary, body) : null;
  });
  return read.ok ? read.value : null;
}

/** Wherever it is but in a group, where what has ended may still be said to be sent. */
async function findSummary(tx: StorageTransaction, id: string): Promise<RunSummary | null> {
  return (
    parseSummary(await tx.get('runSummaries', id)) ??
    parseEnded(await tx.get('runBodies', id)) ??
    (await summaryInPages(tx, id))
  );
}

async function groupedEntries(tx: StorageTransaction): Promise<readonly unknown[]> {
  return (await tx.list('runGroups')).flatMap(({ value }) => pageEntries(value));
}

async function groupedEntry(tx: StorageTransaction, id: string): Promise<unknown> {
  return (await groupedEntries(tx)).find((entry) => parseSummary(entry)?.id === id);
}

async function summaryInPages(tx: StorageTransaction, id: string): Promise<RunSummary | null> {
  // A page's key is the id of its first run.
  const pages = await tx.list('runPages', { before: `${id}\u0000`, descending: true, limit: 1 });
  const [page] = pages.map(({ value }) => parsePage(value));
  return page?.summaries.find((summary) => summary.id === id) ?? null;
}
