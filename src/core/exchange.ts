import { runAttempt } from './attempt.ts';
import { CallLog } from './call-log.ts';
import { createCancellation, type Cancellation } from './cancellation.ts';
import type { AttemptTiming, Call, Exchange } from './exchange-types.ts';
import { cancelled } from './failures.ts';
import { createRetryPlanner } from './retry-plan.ts';
import type { Runtime } from './runtime.ts';
import type { CallOptions } from './client-types.ts';
import type { Attempt, InvokeError, MayHaveRun } from './types.ts';

export type Exchanged<T> =
  | { ok: true; value: T; attempts: Attempt[]; hold: Hold }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

/** What an answer that is still being read holds on to. */
export interface Hold {
  cancellation: Cancellation;
  startedAt: Date;
  /** Ends the attempt and the call, and gives the connection's place back. */
  finish: (error?: InvokeError) => void;
}

/**
 * Sends until an answer is final. Every attempt waits for its turn, is signed afresh, sent and read; whether there
 * is another one is decided by the retry plan alone.
 */
export async function exchange<T>(
  runtime: Runtime,
  what: Exchange<T>,
  options: CallOptions,
): Promise<Exchanged<T>> {
  const cancellation = createCancellation([options.signal, what.left], runtime.config.timeoutMs);
  const log = new CallLog(runtime, what.request.operation, options);
  const sdkHeaders = runtime.config.requestHeaders !== 'minimal';
  const invocationId = sdkHeaders ? runtime.ports.randomUUID() : '';
  let isOpen = false;
  try {
    const result = await sendUntilFinal({ runtime, exchange: what, cancellation, log, invocationId });
    isOpen = result.ok && what.staysOpen;
    if (result.ok && !isOpen) result.hold.finish();
    return result;
  } finally {
    if (!isOpen) cancellation.dispose();
  }
}

async function sendUntilFinal<T>(call: Call<T>): Promise<Exchanged<T>> {
  const { cancellation, log } = call;
  const planner = createRetryPlanner(call);
  let mayHaveRun: MayHaveRun = 'no';
  for (let number = 1; ; number += 1) {
    const outcome = await runAttempt(call, number);
    if (outcome.ok) {
      planner.succeeded();
      const { attempts } = log;
      return { ok: true, value: outcome.value, attempts, hold: hold(call, outcome.timing, outcome.release) };
    }
    mayHaveRun = call.exchange.harmless ? 'no' : worse(mayHaveRun, outcome.error.mayHaveRun);
    const error = { ...outcome.error, mayHaveRun };
    const delayMs = cancellation.cause() ? undefined : planner.plan(outcome, number);
    if (outcome.timing) log.attemptEnded({ ...outcome.timing, error, retryDelayMs: delayMs });
    if (delayMs === undefined) return fail(call, number, error);
    await backOff(call, number, delayMs);
    const cause = cancellation.cause();
    if (cause) return fail(call, number, cancelled(cause, mayHaveRun));
  }
}

async function backOff<T>(
  { runtime, cancellation, log }: Call<T>,
  number: number,
  delayMs: number,
): Promise<void> {
  log.phase(number, 'backing-off', delayMs);
  const waiting = runtime.ports.sleep(delayMs, cancellation.signal);
  await cancellation.race(waiting).catch((thrown: unknown) => {
    if (!cancellation.cause()) throw thrown;
  });
}

function fail<T>({ log }: Call<T>, number: number, error: InvokeError): Exchanged<T> {
  log.failed(number, error);
  log.phase(number, 'done');
  return { ok: false, error, attempts: log.attempts };
}

function hold<T>({ cancellation, log }: Call<T>, timing: AttemptTiming, release: () => void): Hold {
  const finish = (error?: InvokeError) => {
    release();
    cancellation.dispose();
    log.attemptEnded({ ...timing, error });
    if (error) log.failed(timing.number, error);
    log.phase(timing.number, 'done');
  };
  return { cancellation, startedAt: timing.startedAt, finish };
}

const certainty: readonly MayHaveRun[] = ['no', 'unknown', 'yes'];

/** An earlier attempt that may have run the function is not undone by a later one that did not. */
function worse(one: MayHaveRun, other: MayHaveRun): MayHaveRun {
  return certainty.indexOf(one) > certainty.indexOf(other) ? one : other;
}
