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
    const newest = ids.reduce((last, id) => (id > last ? id : last), '');
    let groups: Promise<readonly unknown[]> | undefined;
    const read = ids.map((id) => findRun(tx, id, () => (groups ??= groupedUpTo(tx, newest))));
    return (await Promise.all(read)).flatMap(({ summary }) => summary ?? []);
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
    const { summary, entry, stored } = await findRun(tx, id, () => groupedUpTo(tx, id));
    const body = parseBody(stored) ?? parseBegun(entry);
    return summary && body ? toRun(summary, body) : null;
  });
  return read.ok ? read.value : null;
}

interface FoundRun {
  summary: RunSummary | null;
  /** What of a run under way has its body inside. */
  entry?: unknown;
  stored: unknown;
}

/** A group is asked after the body: it may be behind. */
async function findRun(
  tx: StorageTransaction,
  id: string,
  groups: () => Promise<readonly unknown[]>,
): Promise<FoundRun> {
  const [single, stored] = await Promise.all([tx.get('runSummaries', id), tx.get('runBodies', id)]);
  const summary = parseSummary(single) ?? parseEnded(stored);
  if (summary) return { summary, entry: single, stored };
  const entry = (await groups()).find((one) => Object(one).id === id);
  return { summary: parseSummary(entry) ?? (await summaryInPages(tx, id)), entry, stored };
}

/** A group's key is the id of its first run. */
async function groupedUpTo(tx: StorageTransaction, id: string): Promise<readonly unknown[]> {
  return (await tx.list('runGroups', { before: `${id}\u0000` })).flatMap(({ value }) => pageEntries(value));
}

async function summaryInPages(tx: StorageTransaction, id: string): Promise<RunSummary | null> {
  // A page's key is the id of its first run.
  const pages = await tx.list('runPages', { before: `${id}\u0000`, descending: true, limit: 1 });
  const [page] = pages.map(({ value }) => parsePage(value));
  return page?.summaries.find((summary) => summary.id === id) ?? null;
}
