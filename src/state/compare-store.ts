import { createStore, type StoreApi } from 'zustand/vanilla';
import { startRunSeries } from './run-series.ts';
import { isGoodOutcome, type CreateRunSeries, type RunSeries } from './series-types.ts';
import type { RunCommand, SeriesMark } from './run-types.ts';
import type { SeriesProgress } from './series-board.ts';
import type { Connection, Run, RunRequest } from './types.ts';

/** Where one side of a comparison goes. */
export interface CompareTarget {
  connectionId: string;
  functionName: string;
  qualifier: string;
}

export interface SideOrder {
  target: CompareTarget;
  connection: Connection;
  request: RunRequest;
}

export interface CompareOrder {
  draftId: string;
  left: SideOrder;
  right: SideOrder;
  /** Both at once, or the right one when the left one has ended. */
  together: boolean;
}

/** How far a side is. `refused`: its target had to be confirmed, and was not. */
export type SideState = 'waiting' | 'running' | 'ended' | 'refused';

export interface ComparedSide {
  target: CompareTarget;
  connection: Connection;
  state: SideState;
  /** As it ended; null until then. */
  run: Run | null;
}

export interface Comparing {
  left: ComparedSide;
  right: ComparedSide;
  isRunning: boolean;
  startedAtMs: number;
}

export type SideName = 'left' | 'right';

export interface CompareState {
  /** The last comparison of each draft. */
  byDraft: Readonly<Record<string, Comparing>>;
  actions: {
    /** Sends one run to each side. Nothing happens while the draft has a comparison under way. */
    start: (order: CompareOrder) => void;
    /** Sends nothing more and waits for nothing: what was sent may run on. */
    stop: (draftId: string) => void;
    /** Shows the sides the other way round. */
    swap: (draftId: string) => void;
  };
}

export type CompareStore = StoreApi<CompareState>;

export interface CreateCompareStore extends CreateRunSeries {
  randomUUID: () => string;
  /** Whether this run may be sent; asks the person where that is needed. */
  confirm: (command: RunCommand) => Promise<boolean>;
  /** Told of each comparison that has ended, with what was sent. */
  onOver?: (progress: SeriesProgress) => void;
}

/** A comparison as the page tells of it beside series of runs. */
export function compareProgress(draftId: string, comparing: Comparing): SeriesProgress {
  const { left, right, isRunning, startedAtMs } = comparing;
  const runs = [left, right].flatMap(({ state, run }) => (state === 'ended' && run ? [run] : []));
  return {
    kind: 'compare',
    id: draftId,
    draftId,
    total: 2,
    ended: runs.length,
    failed: runs.filter(({ outcome }) => !isGoodOutcome(outcome)).length,
    phase: isRunning ? 'running' : 'over',
    end: null,
    startedAtMs,
  };
}

/** Comparisons of this page. They go on and stay when their window is closed. */
export function createCompareStore(ports: CreateCompareStore): CompareStore {
  const underWay = new Map<string, Comparison>();
  return createStore<CompareState>((set, get) => ({
    byDraft: {},
    actions: {
      start(order) {
        const { draftId } = order;
        if (get().byDraft[draftId]?.isRunning) return;
        const show = (comparing: Comparing): void =>
          set(({ byDraft }) => ({ byDraft: { ...byDraft, [draftId]: comparing } }));
        const comparison = new Comparison(order, ports, show);
        underWay.set(draftId, comparison);
        void comparison.run().then(() => {
          const comparing = get().byDraft[draftId];
          if (comparing) ports.onOver?.(compareProgress(draftId, comparing));
        });
      },
      stop: (draftId) => underWay.get(draftId)?.stop(),
      swap(draftId) {
        const comparing = get().byDraft[draftId];
        if (!comparing || comparing.isRunning) return;
        const swapped = { ...comparing, left: comparing.right, right: comparing.left };
        set(({ byDraft }) => ({ byDraft: { ...byDraft, [draftId]: swapped } }));
      },
    },
  }));
}

/** Two runs that are sent for one comparison, each with a mark of its own: each target is confirmed for itself. */
class Comparison {
  readonly #order: CompareOrder;
  readonly #ports: CreateCompareStore;
  readonly #show: (comparing: Comparing) => void;
  readonly #series: RunSeries[] = [];
  #shown: Comparing;
  #isStopped = false;

  constructor(order: CompareOrder, ports: CreateCompareStore, show: (comparing: Comparing) => void) {
    this.#order = order;
    this.#ports = ports;
    this.#show = show;
    const side = ({ target, connection }: SideOrder): ComparedSide => ({
      target,
      connection,
      state: 'waiting',
      run: null,
    });
    this.#shown = {
      left: side(order.left),
      right: side(order.right),
      isRunning: true,
      startedAtMs: ports.monotonicMs(),
    };
  }

  /** Every question is asked before the runs that are to begin together. */
  async run(): Promise<void> {
    this.#tell({});
    const marks = { left: this.#mark(), right: this.#mark() };
    if (this.#order.together) {
      const asked: SideName[] = [];
      for (const side of ['left', 'right'] as const) if (await this.#ask(side, marks[side])) asked.push(side);
      await Promise.all(asked.map((side) => this.#send(side, marks[side])));
    } else {
      for (const side of ['left', 'right'] as const) {
        if (await this.#ask(side, marks[side])) await this.#send(side, marks[side]);
      }
    }
    this.#tell({ isRunning: false });
  }

  stop(): void {
    this.#isStopped = true;
    for (const series of this.#series) series.abandon();
  }

  #mark(): SeriesMark {
    return { id: this.#ports.randomUUID(), runs: 1, ofDraft: this.#order.draftId };
  }

  async #ask(side: SideName, mark: SeriesMark): Promise<boolean> {
    const { request, connection } = this.#order[side];
    const isMeant =
      !this.#isStopped &&
      (await this.#ports.confirm({ draftId: mark.ofDraft, request, connection, series: mark }));
    if (!isMeant || this.#isStopped) this.#tellSide(side, { state: 'refused' });
    return isMeant && !this.#isStopped;
  }

  async #send(side: SideName, mark: SeriesMark): Promise<void> {
    const { request, connection } = this.#order[side];
    this.#tellSide(side, { state: 'running' });
    const series = startRunSeries(
      {
        mark,
        concurrency: 1,
        item: () => ({ request, connection }),
        onEnd: (_index, run) => this.#tellSide(side, { state: 'ended', run }),
      },
      this.#ports,
    );
    this.#series.push(series);
    await series.done;
  }

  #tellSide(side: SideName, patch: Partial<ComparedSide>): void {
    this.#tell({ [side]: { ...this.#shown[side], ...patch } });
  }

  #tell(patch: Partial<Comparing>): void {
    this.#shown = { ...this.#shown, ...patch };
    this.#show(this.#shown);
  }
}
