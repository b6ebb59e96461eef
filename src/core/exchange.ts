import { runAttempt } from './attempt.ts';
import { createCallLog } from './call-log.ts';
import { createCancellation } from './cancellation.ts';
import type { CallOptions } from './client-types.ts';
import type { AttemptTiming, Call, Exchange, FailedOutcome } from './exchange-types.ts';
import { cancelled } from './failures.ts';
import { createRedactor } from './redact.ts';
import { createRetryPlan } from './retry-plan.ts';
import type { Runtime } from './runtime.ts';
import type { Attempt, InvokeError } from './types.ts';

export type Exchanged<T> =
  | { ok: true; value: T; attempts: Attempt[]; hold: Hold }
  | { ok: false; error: InvokeError; attempts: Attempt[] };

/** What an answer that is still being read holds on to. */
export interface Hold {
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
  const call = beginCall(runtime, what, options);
  const { attempts } = call.log;
  let isOpen = false;
  try {
    for (let number = 1; ; number += 1) {
      const outcome = await runAttempt(call, number);
      if (outcome.ok) {
        runtime.budget.refund(call.retryCost);
        const hold = holdCall(call, outcome.timing);
        isOpen = what.left !== undefined;
        if (!isOpen) hold.finish();
        return { ok: true, value: outcome.value, attempts, hold };
      }
      const error = await awaitRetry(call, number, outcome);
      if (error) return { ok: false, error, attempts };
    }
  } finally {
    if (!isOpen) leave(call);
  }
}

function beginCall<T>(runtime: Runtime, what: Exchange<T>, options: CallOptions): Call<T> {
  const secrets = [...(what.secrets ?? [])];
  return {
    ...what,
    runtime,
    cancellation: createCancellation([options.signal, what.left], runtime.config.timeoutMs),
    log: createCallLog(runtime, what.request.operation, options),
    secrets,
    redact: createRedactor(secrets),
    invocationId: runtime.randomUUID(),
    mayHaveRun: 'no',
  };
}

/** Waits until a failed attempt may be followed by another. The error, when it was the last. */
async function awaitRetry<T>(
  call: Call<T>,
  number: number,
  outcome: FailedOutcome,
): Promise<InvokeError | undefined> {
  const { runtime, cancellation, log } = call;
  call.release?.();
  call.retryDelayMs ??= createRetryPlan(call);
  // An attempt that may have run is not undone by one that did not. In the order of the alphabet: no, unknown, yes.
  const isWorse = outcome.error.mayHaveRun > call.mayHaveRun;
  if (isWorse && !call.asked.harmless) call.mayHaveRun = outcome.error.mayHaveRun;
  const { mayHaveRun } = call;
  const cause = cancellation.cause();
  const error = { ...outcome.error, mayHaveRun, ...(cause && cancelled(cause, mayHaveRun)) };
  const retryDelayMs = cause ? undefined : call.retryDelayMs(outcome, number);
  if (outcome.timing) log.attemptEnded({ ...outcome.timing, error, retryDelayMs });
  if (retryDelayMs === undefined) return close(call, number, error);
  log.phase(number, 'backing-off', retryDelayMs);
  await cancellation.race(runtime.sleep(retryDelayMs, cancellation.signal)).catch(() => undefined);
  const stopped = cancellation.cause();
  return stopped && close(call, number, cancelled(stopped, mayHaveRun));
}

function close<T>({ log }: Call<T>, attempt: number, error: InvokeError): InvokeError {
  const { kind, message } = error;
  log.event(() => ({ type: 'failure', attempt, kind, message }));
  log.phase(attempt, 'done');
  return error;
}

function holdCall<T>(call: Call<T>, timing: AttemptTiming): Hold {
  const { log } = call;
  const { number, startedAt } = timing;
  const finish = (error?: InvokeError) => {
    leave(call);
    log.attemptEnded({ ...timing, error });
    if (error) close(call, number, error);
    else log.phase(number, 'done');
  };
  return { startedAt, finish };
}

function leave<T>({ release, cancellation }: Call<T>): void {
  release?.();
  cancellation.dispose();
}
