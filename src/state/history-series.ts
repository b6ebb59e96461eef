import { batches } from './batches.ts';
import type { CreateHistoryStore } from './history-store.ts';
import type { HistoryAccess, RunRecords, RunSummary } from './history-types.ts';
import { recordChanges, removalChanges, toRecord } from './run-record.ts';
import { sha256Hex as webSha256Hex } from './sha256-hex.ts';
import { storageError } from './storage-error.ts';
import type { StorageChange, StorageDb, StorageResult } from './storage-types.ts';
import { withSummaries } from './summary-list.ts';

/** The list is drawn, and other tabs are told, this many milliseconds after a run: a thousand runs are some batches. */
const showAfterMs = 500;

/** Records of many runs in a row. Each is written before its send as a single one is; what comes together goes together. */
export function seriesRecords(
  { storage, presence, channel, sha256Hex = webSha256Hex }: CreateHistoryStore,
  set: HistoryAccess['set'],
): RunRecords {
  const write = groupedWrites(storage);
  const shown = batches<Shown>(
    (callback) => setTimeout(callback, showAfterMs),
    (batch) => {
      const ids = [...new Set(batch.map(({ id }) => id))];
      set(({ summaries }) => ({ summaries: withShown(summaries, batch) }));
      channel?.tell({ type: 'runs', ids });
    },
  );
  const put: RunRecords['begin'] = async (run) => {
    const record = await toRecord(run, presence.pageId, sha256Hex);
    if (!record) return { ok: false, error: storageError('failed') };
    const written = await write(recordChanges(record));
    shown.add(record.summary);
    return written;
  };
  return {
    begin: put,
    complete: put,
    async discard(id) {
      const written = await write(removalChanges(id));
      shown.add({ id, isGone: true });
      return written;
    },
  };
}

type Shown = RunSummary | { id: string; isGone: true };

/** The last that was said of a run counts. */
function withShown(list: readonly RunSummary[], batch: readonly Shown[]): RunSummary[] {
  const last = [...new Map(batch.map((one) => [one.id, one])).values()];
  const gone = new Set(last.flatMap((one) => ('isGone' in one ? one.id : [])));
  const left = gone.size === 0 ? list : list.filter(({ id }) => !gone.has(id));
  return withSummaries(
    left,
    last.flatMap((one) => ('isGone' in one ? [] : one)),
  );
}

/**
 * One transaction after the other, each with all that came meanwhile. The first waits a turn: the lane that completes
 * a run begins its next one at once.
 */
function groupedWrites(
  storage: Promise<StorageDb>,
): (changes: readonly StorageChange[]) => Promise<StorageResult<void>> {
  let waiting: StorageChange[] = [];
  let next: Promise<StorageResult<void>> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const writeWaiting = async (): Promise<StorageResult<void>> => {
    const db = await storage;
    const together = waiting;
    waiting = [];
    next = null;
    return db.write(together);
  };
  return (changes) => {
    waiting.push(...changes);
    if (next) return next;
    next = Promise.all([last, turn()]).then(writeWaiting);
    last = next;
    return next;
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
