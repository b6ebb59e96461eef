import { isSkewCode } from './clock-skew.ts';
import type { Call, FailedOutcome } from './exchange-types.ts';
import { backOffMs, retryHintMs } from './retry-budget.ts';
import { retryClassOf, type RetryClass } from './retry-class.ts';

export interface RetryPlanner {
  /** Milliseconds to wait before the next attempt; undefined when this one was the last. */
  plan(outcome: FailedOutcome, number: number): number | undefined;
  succeeded(): void;
}

/** Decides for one call; the budget it spends and the clock it corrects are its client's. */
export function createRetryPlanner<T>(call: Call<T>): RetryPlanner {
  const { budget, ports, maxAttempts } = call.runtime;
  const correct = createCorrections(call);
  let lastCost: number | undefined;
  return {
    plan(outcome, number) {
      if (number >= maxAttempts) return undefined;
      const kind = correct(outcome) ?? classify(call, outcome);
      const cost = kind && budget.spend(kind);
      if (kind === undefined || cost === undefined) return undefined;
      lastCost = cost;
      const hintMs = retryHintMs(outcome.headers, ports.now());
      const delayMs = backOffMs({ kind, retries: number - 1, random: ports.random(), hintMs });
      call.log.retry(number, delayMs, outcome.error.code ?? outcome.error.kind);
      return delayMs;
    },
    succeeded: () => budget.refund(lastCost),
  };
}

function classify<T>(
  { runtime, exchange }: Call<T>,
  { error, answer }: FailedOutcome,
): RetryClass | undefined {
  return retryClassOf(runtime.retryMode, { error, answer, repeatable: exchange.repeatable });
}

/** Faults of ours that the service's refusal names, each put right at most once: a wrong clock, an old session. */
function createCorrections<T>({ runtime, log }: Call<T>) {
  const done = { clock: false, credentials: false };

  function correctClock({ error, timing }: FailedOutcome): boolean {
    const skewMs = timing?.clockSkewMs;
    if (done.clock || skewMs === undefined || !isSkewCode(error.code, runtime.retryMode)) return false;
    done.clock = runtime.clock.correct(skewMs);
    log.clock(skewMs, done.clock);
    return done.clock;
  }

  function renewCredentials({ error, source }: FailedOutcome): boolean {
    const isExpired = error.code === 'ExpiredTokenException' || error.code === 'ExpiredToken';
    if (done.credentials || !isExpired || !source || !runtime.credentials.canRenew) return false;
    runtime.credentials.expire(source);
    done.credentials = true;
    return true;
  }

  return (outcome: FailedOutcome): RetryClass | undefined => {
    if (runtime.retryMode === 'off' || outcome.answer !== 'whole') return undefined;
    return correctClock(outcome) || renewCredentials(outcome) ? 'transient' : undefined;
  };
}
