import { createStore, type StoreApi } from 'zustand/vanilla';
import { startRunSeries } from './run-series.ts';
import { isGoodOutcome } from './series-types.ts';
import type { CreateRunSeries, RunSeries, SeriesEnd, SeriesItem, SeriesPlan } from './series-types.ts';
import type { RunCommand } from './run-types.ts';
import type { Run } from './types.ts';

export type SeriesKind = 'variants' | 'compare' | 'measure';

/** The series of this page that is under way, or the last one that was. */
export interface SeriesProgress {
  kind: SeriesKind;
  /** The plan's mark. */
  id: string;
  /** The draft it was made from. */
  draftId: string;
  /** Runs it has at most. */
  total: number;
  ended: number;
  /** Of the ended ones, those that ended other than well. */
  failed: number;
  /** `stopping`: nothing more is started, and what was sent is waited for. */
  phase: 'running' | 'stopping' | 'over';
  /** Why it is over; null until then. */
  end: SeriesEnd | null;
  startedAtMs: number;
}

export interface SeriesOrder {
  kind: SeriesKind;
  plan: SeriesPlan;
  /** The person has confirmed what needed it, and the first run starts now. */
  onBegin?: () => void;
  onOver?: (end: SeriesEnd) => void;
}

export type SeriesStart = 'asked' | 'busy' | 'held-back';

export interface SeriesBoard {
  store: StoreApi<{ current: SeriesProgress | null }>;
  /**
   * Asks what has to be asked, once for all runs, then starts them. `busy` when another series is under way: only one
   * is at a time, for a second one would only wait in the same queue. `held-back` when its first run can't be sent.
   */
  start: (order: SeriesOrder) => Promise<SeriesStart>;
  /** Starts nothing more; what was sent is waited for. */
  stop: () => void;
  /** Starts nothing more and waits for nothing. What was sent may run on. */
  abandon: () => void;
}

export interface CreateSeriesBoard extends CreateRunSeries {
  /** Starts at once what needs no question, and otherwise when it was answered (production-question.ts). */
  ask: (command: RunCommand, start: () => void) => Promise<void> | void;
  /** Makes of a run what is really sent: variables of its draft are replaced, or it has a refusal. */
  prepare?: (item: SeriesItem, draftId: string) => Promise<SeriesItem>;
  /** Told of a first run that can't be sent: nothing was started. */
  onHeldBack?: (first: SeriesItem) => void;
  /** Told why a first run could not even be made: nothing was started. */
  onFault?: (reason: unknown) => void;
  /** Calls back a little later: progress is told once a frame at most, however fast runs end. */
  soon: (callback: () => void) => void;
  /** Told of each series that has ended. */
  onOver?: (progress: SeriesProgress) => void;
}

/** One series at a time for the whole page, whatever window ordered it and whether that is still open. */
export function createSeriesBoard(ports: CreateSeriesBoard): SeriesBoard {
  const store: SeriesBoard['store'] = createStore(() => ({ current: null }));
  let series: RunSeries | null = null;

  const begin = (order: SeriesOrder): void => {
    if (series) return;
    const count = { ended: 0, failed: 0, told: true };
    const tell = (patch: Partial<SeriesProgress> = {}): void => {
      const { ended, failed } = count;
      count.told = true;
      store.setState(({ current }) => ({ current: current && { ...current, ended, failed, ...patch } }));
    };
    const onEnd = (index: number, run: Run): void => {
      count.ended += 1;
      if (!isGoodOutcome(run.outcome)) count.failed += 1;
      order.plan.onEnd?.(index, run);
      if (!count.told) return;
      count.told = false;
      ports.soon(() => count.told || tell());
    };
    store.setState({ current: firstProgress(order, ports.monotonicMs()) });
    order.onBegin?.();
    const started = startRunSeries(
      { ...order.plan, item: (index) => itemOf(ports, order, index), onEnd },
      ports,
    );
    series = started;
    void started.done.then((end) => {
      series = null;
      tell({ phase: 'over', end });
      order.onOver?.(end);
      const { current } = store.getState();
      if (current) ports.onOver?.(current);
    });
  };

  return {
    store,
    async start(order) {
      if (series) return 'busy';
      const first = await firstItem(ports, order);
      if (first === null) return 'held-back';
      if (series) return 'busy';
      const { mark } = order.plan;
      const { request, connection } = first;
      await ports.ask({ request, connection, draftId: mark.ofDraft, series: mark }, () => begin(order));
      return 'asked';
    },
    stop() {
      if (!series) return;
      series.stop();
      store.setState(({ current }) => ({ current: current && { ...current, phase: 'stopping' } }));
    },
    abandon: () => series?.abandon(),
  };
}

async function itemOf(
  { prepare }: CreateSeriesBoard,
  { plan }: SeriesOrder,
  index: number,
): Promise<SeriesItem | null> {
  const item = await plan.item(index);
  return item && prepare ? prepare(item, plan.mark.ofDraft) : item;
}

/** null: there is none, or it can't be sent. */
async function firstItem(ports: CreateSeriesBoard, order: SeriesOrder): Promise<SeriesItem | null> {
  try {
    const first = await itemOf(ports, order, 0);
    if (!first?.refusal) return first;
    ports.onHeldBack?.(first);
  } catch (error) {
    ports.onFault?.(error);
  }
  return null;
}

function firstProgress({ kind, plan }: SeriesOrder, startedAtMs: number): SeriesProgress {
  const { id, runs: total, ofDraft: draftId } = plan.mark;
  return { kind, id, draftId, total, ended: 0, failed: 0, phase: 'running', end: null, startedAtMs };
}
