import type { Executor } from '../runtime/executor.ts';
import type { Invocation, InvocationOutcome } from '../runtime/run-invocation.ts';
import { ApiError } from './api-error.ts';

export interface EventQueueOptions {
  executor: Executor;
  log: (line: string) => void;
  /** Rejects when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Before the first and the second retry; AWS waits one and two minutes. */
  retryDelaysMs: readonly number[];
}

/** Event invocations wait here: they run when there is concurrency, and again when the function fails. */
export class EventQueue {
  readonly #options: EventQueueOptions;
  readonly #stop = new AbortController();
  readonly #waiting = new Set<Promise<void>>();

  constructor(options: EventQueueOptions) {
    this.#options = options;
  }

  /** Events that have not come to an end yet. */
  get length(): number {
    return this.#waiting.size;
  }

  add(invocation: Invocation): void {
    const done = this.#run(invocation)
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#say(invocation, `given up: ${String(error)}`);
      })
      .finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
    this.#say(invocation, `accepted, ${this.length} in the queue`);
  }

  close(): void {
    this.#stop.abort();
  }

  async #run(invocation: Invocation): Promise<void> {
    const { retryDelaysMs, sleep } = this.#options;
    for (let retries = 0; ; retries += 1) {
      const outcome = await this.#runWhenPossible(invocation);
      if (!outcome.isError) return this.#say(invocation, `done, ${this.length - 1} in the queue`);
      const delayMs = retryDelaysMs[retries];
      if (delayMs === undefined) return this.#giveUp(invocation, outcome, retries);
      this.#say(invocation, `failed, retry ${retries + 1} of ${retryDelaysMs.length} in ${delayMs / 1000} s`);
      await sleep(delayMs, this.#stop.signal);
    }
  }

  /** A throttled event stays in the queue, with longer and longer pauses. */
  async #runWhenPossible(invocation: Invocation): Promise<InvocationOutcome> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await this.#options.executor.run(invocation);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'TooManyRequestsException') throw error;
        await this.#options.sleep(pauseMs, this.#stop.signal);
      }
    }
  }

  /** What an on-failure destination would receive. */
  #giveUp(invocation: Invocation, outcome: InvocationOutcome, retries: number): void {
    const record = {
      requestContext: {
        requestId: invocation.requestId,
        functionArn: invocation.target.invokedFunctionArn,
        condition: 'RetriesExhausted',
        approximateInvokeCount: retries + 1,
      },
      responseContext: {
        statusCode: 200,
        executedVersion: invocation.target.version,
        functionError: 'Unhandled',
      },
      responsePayload: outcome.payload.toString('utf8').slice(0, SHOWN_CHARS),
    };
    this.#say(invocation, `on failure ${JSON.stringify(record)}`);
  }

  #say(invocation: Invocation, text: string): void {
    this.#options.log(`${invocation.target.fn.name}: event ${invocation.requestId} ${text}`);
  }
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const SHOWN_CHARS = 2000;
