import { batches } from './batches.ts';
import type { CreateHistoryStore } from './history-store.ts';
import type { HistoryAccess, RunRecords, RunSummary, SeriesRecords } from './history-types.ts';
import { onPageHide } from './page-events.ts';
import { toRecord } from './run-record.ts';
import { type RunStep, seriesGroups } from './series-groups.ts';
import { sha256Hex as webSha256Hex } from './sha256-hex.ts';
import { storageError } from './storage-error.ts';
import type { StorageResult } from './storage-types.ts';
import { withSummaries } from './summary-list.ts';

/** The list is drawn, and other tabs are told, this many milliseconds after a run: a thousand runs are some batches. */
const showAfterMs = 1_000;

/** What ended waits this many milliseconds for a begin to be written with, or until the page goes. */
const endAfterMs = 250;

/**
 * Records of many runs in a row. Each is written before its send, as that of a single run is; what comes together
 * goes together, and what ended goes with what begins next. A crash before that leaves a run of which it is not known
 * how it ended.
 */
export function seriesRecords(
  { storage, presence, channel, sha256Hex = webSha256Hex }: CreateHistoryStore,
  set: HistoryAccess['set'],
): SeriesRecords {
  const groups = seriesGroups(storage);
  const { write, flush } = groupedWrites((steps) => groups.write(steps));
  const shown = batches<Shown>(
    (callback) => setTimeout(callback, showAfterMs),
    (batch) => {
      const ids = [...new Set(batch.map(({ id }) => id))];
      set(({ summaries }) => ({ summaries: withShown(summaries, batch) }));
      // Another tab that is opening reads the groups, and hears of what they did not say yet.
      void flush()
        .then(() => groups.settle())
        .then(() => channel?.tell({ type: 'runs', ids }));
    },
  );
  const put =
    (type: 'begin' | 'end', inMs: number): RunRecords['begin'] =>
    async (run) => {
      const record = await toRecord(run, presence.pageId, sha256Hex);
      if (!record) return { ok: false, error: storageError('failed') };
      shown.add(record.summary);
      return write({ type, id: run.id, record }, inMs);
    };
  return {
    flush,
    begin: put('begin', 0),
    complete: put('end', endAfterMs),
    discard(id) {
      shown.add({ id, isGone: true });
      return write({ type: 'gone', id }, endAfterMs);
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

interface Waiting {
  step: RunStep;
  written: (result: StorageResult<void>) => void;
}

/** One transaction for all that waits, as soon as the first of it has waited long enough or the page goes. */
function groupedWrites(writeSteps: (steps: readonly RunStep[]) => Promise<StorageResult<void>>) {
  let waiting: Waiting[] = [];
  let dueAtMs = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const writeTogether = async (together: readonly Waiting[]): Promise<void> => {
    const result = await writeSteps(together.map(({ step }) => step));
    for (const { written } of together) written(result);
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    const together = waiting;
    waiting = [];
    dueAtMs = Infinity;
    if (together.length > 0) last = Promise.all([last, writeTogether(together)]);
    await last;
  };
  const write = (step: RunStep, inMs: number): Promise<StorageResult<void>> =>
    new Promise((written) => {
      waiting.push({ step, written });
      const atMs = performance.now() + inMs;
      if (atMs >= dueAtMs) return;
      dueAtMs = atMs;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), inMs);
    });
  onPageHide(() => void flush());
  return { write, flush };
}
