import { isClockSuspect } from './error-kind.ts';
import type { Call, FailedOutcome } from './exchange-types.ts';
import { backOffMs, retryHintMs } from './retry-budget.ts';
import { retryClassOf } from './retry-class.ts';

/** Milliseconds to wait before the next attempt; undefined when this one was the last. */
export type RetryPlan = (outcome: FailedOutcome, number: number) => number | undefined;

/** Decides for one call; the budget it spends and the clock it corrects are its client's. */
export function createRetryPlan<T>(call: Call<T>): RetryPlan {
  const { runtime, log, repeatable } = call;
  const { budget, config, clock, credentials } = runtime;
  const mode = config.retry?.mode ?? 'safe';
  let isClockCorrected = false;
  let areCredentialsRenewed = false;

  /** A wrong clock, put right at most once. */
  function correctClock({ error, timing }: FailedOutcome): boolean {
    const skewMs = timing?.clockSkewMs;
    const isSuspect = isClockSuspect(error) || (mode === 'standard' && error.kind === 'access-denied');
    if (isClockCorrected || skewMs === undefined || !isSuspect) return false;
    isClockCorrected = clock.correct(skewMs);
    log.event(() => ({ type: 'clock', skewMs, applied: isClockCorrected }));
    return isClockCorrected;
  }

  /** A session that has ended, asked for again at most once. */
  function renewCredentials({ error }: FailedOutcome): boolean {
    if (areCredentialsRenewed || !error.code?.startsWith('ExpiredToken')) return false;
    areCredentialsRenewed = credentials.expire(call.source);
    return areCredentialsRenewed;
  }

  return (outcome, number) => {
    if (number >= runtime.maxAttempts) return undefined;
    const { error, answer } = outcome;
    const isCorrected = correctClock(outcome) || renewCredentials(outcome);
    const kind = isCorrected ? 'transient' : retryClassOf(mode, { error, answer, repeatable });
    const cost = kind && budget.spend(kind);
    if (!kind || cost === undefined) return undefined;
    call.retryCost = cost;
    const hintMs = retryHintMs(error.headers, runtime.now());
    const delayMs = backOffMs({ kind, retries: number - 1, random: runtime.random(), hintMs });
    log.event(() => ({ type: 'retry', attempt: number, delayMs, reason: error.code ?? error.kind }));
    return delayMs;
  };
}
