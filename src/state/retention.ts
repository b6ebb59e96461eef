import { readPage, readSingles } from './history-records.ts';
import type { RunSummary } from './history-types.ts';
import { bodyBoundBytes } from './run-record.ts';
import type { StorageDb } from './storage-types.ts';

/** How much of the history is kept. Favourites count, but are never taken out. */
export interface Retention {
  maxRuns: number;
  /** null: however old. */
  maxDays: number | null;
  /** 1 MB = 1,000,000 bytes. */
  maxMegabytes: number;
}

/** About what a run takes beside its payload and its response: log, attempts, signed request. */
const overheadBytes = 6_000;

/** Bytes that a run takes on the disk, about. */
export function storedSize({ requestBytes, responseBytes }: RunSummary): number {
  const kept = (bytes: number): number => (bytes <= bodyBoundBytes ? bytes : 0);
  return overheadBytes + kept(requestBytes) + kept(responseBytes ?? 0);
}

/** The id before which every run is beyond the limits; null when none is. */
export async function oldestToKeep(db: StorageDb, limits: Retention, now: Date): Promise<string | null> {
  const passes = countWithin(limits, now);
  const singles = await readSingles(db);
  if (!singles.ok) return null;
  const found = singles.value.summaries.find((summary) => !passes(summary));
  if (found) return justAfter(found);
  let hasMore = singles.value.hasPages;
  for (let before: string | undefined; hasMore;) {
    const page = await readPage(db, before);
    if (!page.ok) return null;
    const beyond = page.value.summaries.find((summary) => !passes(summary));
    if (beyond) return justAfter(beyond);
    ({ key: before, hasMore } = page.value);
  }
  return null;
}

function countWithin({ maxRuns, maxDays, maxMegabytes }: Retention, now: Date) {
  const since = maxDays === null ? -Infinity : now.getTime() - maxDays * 86_400_000;
  let runs = 0;
  let bytes = 0;
  return (summary: RunSummary): boolean => {
    runs += 1;
    bytes += storedSize(summary);
    return runs <= maxRuns && bytes <= maxMegabytes * 1_000_000 && summary.startedAt >= since;
  };
}

/** The least id after a run's: the run itself goes too. */
function justAfter({ id }: RunSummary): string {
  return `${id}\u0000`;
}
