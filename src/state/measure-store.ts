import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MeasuredRun } from '../documents/measure/measured-run.ts';
import type { MeasuredTarget } from '../documents/measure/measure-export.ts';
import { measuredRun } from './measured-run.ts';
import type { SeriesEnd, SeriesItem, SeriesPlan } from './series-types.ts';
import type { SeriesBoard, SeriesStart } from './series-board.ts';
import type { SeriesMark } from './run-types.ts';
import type { Run, RunRefusal } from './types.ts';

export interface MeasurePlan {
  /** 1 to 10,000. */
  runs: number;
  /** 1 to 5. */
  concurrency: number;
  /** Nothing more is started after it. */
  seconds: number;
  /** Asks for the log, in which the platform tells the duration. */
  tailLog: boolean;
}

/** A measurement, under way or ended. */
export interface Measuring {
  id: string;
  target: MeasuredTarget;
  plan: MeasurePlan;
  /** Of those that have ended, in the order of their ends. */
  runs: readonly MeasuredRun[];
  underWay: number;
  elapsedMs: number;
  /** null while it goes on. */
  end: SeriesEnd | null;
  /** Why nothing could be sent any more. */
  refusal: RunRefusal | null;
}

export interface MeasureState {
  /** The last measurement of each draft. */
  byDraft: Readonly<Record<string, Measuring>>;
  actions: {
    /** As soon as what has to be asked is answered. */
    start: (order: MeasureOrder) => Promise<SeriesStart>;
  };
}

export interface MeasureOrder {
  mark: SeriesMark;
  plan: MeasurePlan;
  /** Of the run of this number; the same request each time, or with other values of its variables. */
  item: (index: number) => SeriesItem | Promise<SeriesItem>;
  target: MeasuredTarget;
}

export type MeasureStore = StoreApi<MeasureState>;

export interface CreateMeasureStore {
  board: Pick<SeriesBoard, 'start' | 'stop'>;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
  /** Calls back before the page is drawn next: what came until then is one change. */
  onFrame: (callback: () => void) => void;
}

/** Measurements of this page. They go on and stay when their window is closed. */
export function createMeasureStore(ports: CreateMeasureStore): MeasureStore {
  return createStore<MeasureState>((set) => ({
    byDraft: {},
    actions: {
      start(order) {
        const { ofDraft } = order.mark;
        const live = new LiveMeasuring(order, ports, (measuring) =>
          set(({ byDraft }) => ({ byDraft: { ...byDraft, [ofDraft]: measuring } })),
        );
        return ports.board.start({
          kind: 'measure',
          plan: live.seriesPlan(),
          onBegin: () => live.begin(),
          onOver: (end) => live.show(end),
        });
      },
    },
  }));
}

/** What has come of a measurement, and what of that is shown already. */
class LiveMeasuring {
  readonly #order: MeasureOrder;
  readonly #ports: CreateMeasureStore;
  readonly #tell: (measuring: Measuring) => void;
  readonly #runs: MeasuredRun[] = [];
  #startedMs = 0;
  #underWay = 0;
  #refusal: RunRefusal | null = null;
  #isWaiting = false;

  constructor(order: MeasureOrder, ports: CreateMeasureStore, tell: (measuring: Measuring) => void) {
    this.#order = order;
    this.#ports = ports;
    this.#tell = tell;
  }

  seriesPlan(): SeriesPlan {
    const { mark, plan, item } = this.#order;
    return {
      mark,
      item,
      concurrency: plan.concurrency,
      budgetMs: plan.seconds * 1_000,
      onStart: () => {
        this.#underWay += 1;
        this.#showSoon();
      },
      onEnd: (index, run) => this.#take(index, run),
    };
  }

  begin(): void {
    this.#startedMs = this.#ports.monotonicMs();
    this.show(null);
  }

  show(end: SeriesEnd | null): void {
    this.#isWaiting = false;
    const { mark, plan, target } = this.#order;
    this.#tell({
      id: mark.id,
      target,
      plan,
      runs: [...this.#runs],
      underWay: this.#underWay,
      elapsedMs: this.#ports.monotonicMs() - this.#startedMs,
      end,
      refusal: this.#refusal,
    });
  }

  #take(index: number, run: Run): void {
    this.#underWay -= 1;
    this.#runs.push(measuredRun(index, run));
    this.#refusal ??= run.refusal;
    // What is held back now is held back each time.
    if (run.outcome === 'not-sent') this.#ports.board.stop();
    this.#showSoon();
  }

  #showSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#ports.onFrame(() => this.#isWaiting && this.show(null));
  }
}
