import { seriesLane } from './run-id.ts';
import type { RunHandle } from './run-types.ts';
import { seriesPace } from './series-pace.ts';
import {
  type CreateRunSeries,
  isGoodOutcome,
  maxSeriesRuns,
  type RunSeries,
  type SeriesCalls,
  type SeriesEnd,
  type SeriesPlan,
} from './series-types.ts';

/**
 * Many runs from one order: variants, a comparison, a measurement. Each passes the run service, and with it guards,
 * record, queue and history, exactly as a press of Invoke does; none is ever sent twice.
 */
export function startRunSeries(plan: SeriesPlan, ports: CreateRunSeries): RunSeries {
  const calls = ports.openCalls?.(plan.mark) ?? null;
  const series = new SeriesTurns(plan, { ...ports, calls });
  return {
    stop: () => series.stop(),
    abandon: () => series.abandon(),
    done: series.run().finally(() => calls?.close()),
  };
}

/** More than five requests at once to one origin only wait in the core's queue. */
const maxConcurrency = 5;

/** What waited longer for its turn is made anew: its variables, such as the time, are those of its send. */
const staleMs = 1_000;

interface TurnPorts extends CreateRunSeries {
  calls: SeriesCalls | null;
}

/** One run's place in the line: it is made and recorded, then waits until it may be sent. */
interface Turn {
  index: number;
  madeAtMs: number;
  /** Resolves when the turn comes, or when it never will. */
  settled: Promise<void>;
  settle: () => void;
  state: 'waiting' | 'given' | 'gone';
  runId: string | null;
}

/**
 * The runs of a series, sent in their order and as many at once as was said. While they end fast, those of the next
 * moment are made and recorded together ahead of their turns: each record alone costs as much as its request.
 */
class SeriesTurns {
  readonly #plan: SeriesPlan;
  readonly #ports: TurnPorts;
  readonly #pace: ReturnType<typeof seriesPace>;
  readonly #concurrency: number;
  readonly #startedMs: number;
  readonly #underWay = new Set<string>();
  #waiting: Turn[] = [];
  /** One more than the last run that there is. */
  #total: number;
  #next = 0;
  #sending = 0;
  #open = 0;
  #started = 0;
  #ended: SeriesEnd | null = null;
  #resolve: (end: SeriesEnd) => void = () => undefined;

  constructor(plan: SeriesPlan, ports: TurnPorts) {
    this.#plan = plan;
    this.#ports = ports;
    this.#concurrency = Math.max(1, Math.min(plan.concurrency, maxConcurrency));
    this.#total = Math.min(plan.mark.runs, maxSeriesRuns);
    this.#startedMs = ports.monotonicMs();
    this.#pace = seriesPace(ports.monotonicMs);
  }

  run(): Promise<SeriesEnd> {
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#advance();
    });
  }

  /** Nothing more is sent. It changes nothing once the last run was. */
  stop(): void {
    if (this.#isLeft()) this.#end('stopped');
  }

  abandon(): void {
    this.#end('stopped');
    for (const id of this.#underWay) this.#ports.service.abort(id);
  }

  /** The first reason is the one that counts. */
  #end(reason: SeriesEnd): void {
    this.#ended ??= reason;
    this.#waiting.forEach((turn) => this.#drop(turn));
    this.#waiting = [];
  }

  #isLeft(): boolean {
    return this.#waiting.length > 0 || this.#next < this.#total;
  }

  #advance(): void {
    while (this.#sending < this.#concurrency && this.#mayGive()) this.#give();
    if (this.#ended === null) this.#lineUp();
    if (this.#open === 0) this.#resolve(this.#ended ?? this.#lastEnd());
  }

  #lastEnd(): SeriesEnd {
    return this.#total === maxSeriesRuns && this.#plan.mark.runs > maxSeriesRuns ? 'cap' : 'done';
  }

  #mayGive(): boolean {
    const { budgetMs } = this.#plan;
    if (this.#ended !== null || !this.#isLeft()) return false;
    if (budgetMs !== undefined && this.#ports.monotonicMs() - this.#startedMs >= budgetMs)
      this.#end('budget');
    return this.#ended === null;
  }

  #give(): void {
    const turn = this.#waiting.shift() ?? this.#turn(this.#next++);
    const isStale = this.#ports.monotonicMs() - turn.madeAtMs > staleMs;
    if (isStale) this.#drop(turn);
    const given = isStale ? this.#turn(turn.index) : turn;
    given.state = 'given';
    this.#sending += 1;
    given.settle();
  }

  /** Half a line is gone before it is filled again, so that records are written several at a time. */
  #lineUp(): void {
    const ahead = this.#pace.ahead();
    if (this.#waiting.length > ahead / 2) return;
    while (this.#waiting.length < ahead && this.#next < this.#total)
      this.#waiting.push(this.#turn(this.#next++));
  }

  #turn(index: number): Turn {
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const turn: Turn = {
      index,
      madeAtMs: this.#ports.monotonicMs(),
      settled,
      settle,
      state: 'waiting',
      runId: null,
    };
    this.#open += 1;
    void this.#take(turn);
    return turn;
  }

  #drop(turn: Turn): void {
    turn.state = 'gone';
    if (turn.runId !== null) this.#ports.service.abort(turn.runId);
    turn.settle();
  }

  /** What its making gave, a fault too, counts when the turn comes. */
  async #take(turn: Turn): Promise<void> {
    try {
      const making = this.#make(turn);
      await Promise.allSettled([making, turn.settled]);
      if (turn.state === 'gone') await (await making)?.done;
      else await this.#follow(turn.index, await making);
    } catch {
      if (turn.state !== 'gone') this.#end('fault');
    }
    this.#open -= 1;
    if (turn.state === 'given') this.#sending -= 1;
    this.#advance();
  }

  /** null: there is no such run. undefined: it was stopped meanwhile. */
  async #make(turn: Turn): Promise<RunHandle | null | undefined> {
    const { service, records, calls } = this.#ports;
    const { mark, item: itemOf } = this.#plan;
    const item = await itemOf(turn.index);
    if (item === null) return null;
    const { request, connection, refusal } = item;
    const kept = {
      ...(records ? { records: await records } : {}),
      ...(calls ? { calls } : {}),
      ...(refusal ? { refusal } : {}),
    };
    if (this.#ended !== null || turn.state === 'gone') return undefined;
    // The service has one run under way for each draft: each of a series is one to it.
    this.#started += 1;
    const draftId = `${seriesLane}${mark.id}-${this.#started}`;
    const handle = service.start({
      request,
      connection,
      draftId,
      series: mark,
      turn: turn.settled,
      ...kept,
    });
    turn.runId = handle.id;
    return handle;
  }

  async #follow(index: number, handle: RunHandle | null | undefined): Promise<void> {
    const { stopOnError, onStart, onEnd } = this.#plan;
    if (handle === null) this.#total = Math.min(this.#total, index);
    if (!handle) return;
    this.#underWay.add(handle.id);
    onStart?.(index, handle.id);
    const run = await handle.done;
    this.#underWay.delete(handle.id);
    this.#pace.ended();
    if (stopOnError && !isGoodOutcome(run.outcome)) this.#end('error');
    onEnd?.(index, run);
  }
}
