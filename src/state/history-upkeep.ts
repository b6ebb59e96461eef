import type { RunSummary } from './history-types.ts';
import { keepEntries } from './run-removal.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import { pageEntries, parseBegun, parseEnded, parseSummary } from './stored-run.ts';

/** Beyond twice this many recent runs the oldest are sealed into one record of this many. */
const runsPerPage = 512;

/**
 * What a page that is gone left behind: nobody knows what became of it, but of what its body says. Gives the runs as
 * they are now.
 */
export function markInterrupted(db: StorageDb, pageId: string): Promise<StorageResult<RunSummary[]>> {
  return db.transact(['runSummaries', 'runGroups', 'runBodies'], 'readwrite', async (tx) => {
    const marked: RunSummary[] = [];
    const mark = async (entry: unknown): Promise<RunSummary | null> => {
      const summary = parseSummary(entry);
      if (summary?.state !== 'sending' || summary.sessionId !== pageId) return null;
      const one = parseEnded(await tx.get('runBodies', summary.id)) ?? cutOff(summary);
      const begun = one.state === 'interrupted' ? parseBegun(entry) : null;
      if (begun) await tx.put('runBodies', one.id, begun);
      marked.push(one);
      return one;
    };
    for (const { key, value } of await tx.list('runSummaries')) {
      const one = await mark(value);
      if (one) await tx.put('runSummaries', key, one);
    }
    for (const { key, value } of await tx.list('runGroups')) {
      const before = marked.length;
      const summaries: unknown[] = [];
      for (const entry of pageEntries(value)) summaries.push((await mark(entry)) ?? entry);
      if (marked.length > before) await tx.put('runGroups', key, { v: 1, summaries });
    }
    return marked;
  });
}

function cutOff(summary: RunSummary): RunSummary {
  return { ...summary, state: 'interrupted', outcome: 'unknown' };
}

/** Many old summaries in one record are read several times faster than one by one. */
export function sealOldest(db: StorageDb): Promise<StorageResult<void>> {
  return db.transact(['runSummaries', 'runGroups', 'runPages'], 'readwrite', async (tx) => {
    const groups = await tx.list('runGroups');
    const recent = [
      ...(await tx.list('runSummaries')).map(({ key, value }) => recentRun(key, value)),
      ...groups.flatMap(({ key, value }) => pageEntries(value).map((entry) => recentRun(key, entry))),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const sealed = new Set<string>();
    for (let from = 0; recent.length - from > 2 * runsPerPage; from += runsPerPage) {
      const oldest = recent.slice(from, from + runsPerPage);
      const summaries = oldest.flatMap(({ summary }) => summary ?? []);
      // One that is still sent, or can't be read, waits: pages never overlap and lose nothing.
      if (summaries.length < oldest.length || summaries.some(({ state }) => state === 'sending')) break;
      await sealPage(tx, summaries);
      for (const { id } of summaries) sealed.add(id);
    }
    if (sealed.size === 0) return;
    const stays = (summary: RunSummary | null): boolean => summary === null || !sealed.has(summary.id);
    for (const group of groups) await keepEntries(tx, { store: 'runGroups', ...group }, stays);
  });
}

/** One that can't be read lies where its record does. */
function recentRun(key: string, entry: unknown) {
  const summary = parseSummary(entry);
  return { id: summary?.id ?? key, summary };
}

async function sealPage(tx: StorageTransaction, summaries: readonly RunSummary[]): Promise<void> {
  const [first] = summaries;
  if (!first) return;
  await tx.put('runPages', first.id, { v: 1, summaries });
  await Promise.all(summaries.map(({ id }) => tx.delete('runSummaries', id)));
}
