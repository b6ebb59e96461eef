import type { RunRecords } from './history-types.ts';
import { seriesLane } from './run-id.ts';
import type { RunService, SeriesMark } from './run-types.ts';
import type { Connection, Run, RunOutcome, RunRefusal, RunRequest } from './types.ts';

/** No series has more runs than this, whoever asks for it. */
export const maxSeriesRuns = 10_000;

/** More than five requests at once to one origin only wait in the core's queue. */
const maxSeriesConcurrency = 5;

/** What is sent as one run of a series. */
export interface SeriesItem {
  request: RunRequest;
  connection: Connection;
  /** Of this run alone, for variables of the payload by name. */
  values?: ReadonlyMap<string, string>;
  /** Why this one can't be sent: it ends as not sent, and the series goes on as after any error. */
  refusal?: RunRefusal;
}

export interface SeriesPlan {
  /** Same for every run, and what a confirmation for production is given for. */
  mark: SeriesMark;
  /** How many runs are under way at once at most, 1 to 5. 1 keeps their order. */
  concurrency: number;
  /**
   * The run of this number from 0 on, made when its turn comes, so that a thousand payloads are never held at once.
   * null: there are no more.
   */
  item: (index: number) => SeriesItem | null | Promise<SeriesItem | null>;
  /** Nothing more is started once a run ended other than well. @default false */
  stopOnError?: boolean;
  /** Nothing more is started after this many milliseconds. @default no limit */
  budgetMs?: number;
  onStart?: (index: number, runId: string) => void;
  onEnd?: (index: number, run: Run) => void;
}

/** Why a series started nothing more. */
export type SeriesEnd = 'done' | 'stopped' | 'error' | 'budget' | 'cap' | 'fault';

export interface RunSeries {
  /** Starts nothing more; runs under way are waited for, for they run anyway. */
  stop: () => void;
  /** Starts nothing more and waits for none. What was sent may run on. */
  abandon: () => void;
  /** Resolves when the last run has ended. Never rejects. */
  done: Promise<SeriesEnd>;
}

export interface CreateRunSeries {
  service: RunService;
  /** For many runs in a row. @default those of single runs */
  records?: Promise<RunRecords>;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
}

/**
 * Many runs from one order: variants, a comparison, a measurement. Each passes the run service, and with it guards,
 * record, queue and history, exactly as a press of Invoke does; none is ever sent twice.
 */
export function startRunSeries(plan: SeriesPlan, ports: CreateRunSeries): RunSeries {
  const series = new Series(plan, ports);
  const lanes = Math.max(1, Math.min(plan.concurrency, maxSeriesConcurrency));
  const running = Array.from({ length: lanes }, (_, lane) =>
    series.runLane(`${seriesLane}${plan.mark.id}-${lane}`),
  );
  return {
    stop: () => series.end('stopped'),
    abandon: () => series.abandon(),
    done: Promise.all(running).then(() => series.ended ?? 'done'),
  };
}

/** Whether a run ended as the person wanted it to. */
export function isGoodOutcome(outcome: RunOutcome | null): boolean {
  return outcome === 'success' || outcome === 'accepted' || outcome === 'dry-run';
}

class Series {
  ended: SeriesEnd | null = null;
  readonly #plan: SeriesPlan;
  readonly #ports: CreateRunSeries;
  readonly #underWay = new Set<string>();
  readonly #startedMs: number;
  #next = 0;

  constructor(plan: SeriesPlan, ports: CreateRunSeries) {
    this.#plan = plan;
    this.#ports = ports;
    this.#startedMs = ports.monotonicMs();
  }

  /** The first reason is the one that counts. */
  end(reason: SeriesEnd): void {
    this.ended ??= reason;
  }

  abandon(): void {
    this.end('stopped');
    for (const id of this.#underWay) this.#ports.service.abort(id);
  }

  /** One run after the other: the service has one under way for each draft, so each lane is one to it. */
  async runLane(draftId: string): Promise<void> {
    try {
      while (this.#mayStart()) {
        const index = this.#next;
        this.#next += 1;
        const item = await this.#plan.item(index);
        if (item === null) this.end('done');
        // It may have been stopped while the item was made.
        if (item === null || this.ended !== null) break;
        await this.#run(draftId, index, item);
      }
    } catch {
      this.end('fault');
    }
  }

  #mayStart(): boolean {
    const { mark, budgetMs } = this.#plan;
    if (this.#next >= mark.runs) this.end('done');
    if (this.#next >= maxSeriesRuns) this.end('cap');
    if (budgetMs !== undefined && this.#ports.monotonicMs() - this.#startedMs >= budgetMs) this.end('budget');
    return this.ended === null;
  }

  async #run(draftId: string, index: number, item: SeriesItem): Promise<void> {
    const { mark, stopOnError, onStart, onEnd } = this.#plan;
    const { request, connection, refusal } = item;
    const { service, records } = this.#ports;
    const kept = { ...(records ? { records: await records } : {}), ...(refusal ? { refusal } : {}) };
    // It may have been stopped meanwhile.
    if (this.ended !== null) return;
    const { id, done } = service.start({ request, connection, draftId, series: mark, ...kept });
    this.#underWay.add(id);
    onStart?.(index, id);
    const run = await done;
    this.#underWay.delete(id);
    if (stopOnError && !isGoodOutcome(run.outcome)) this.end('error');
    onEnd?.(index, run);
  }
}
