import type { RetryMode } from './client-types.ts';
import { judgeAnswer } from './error-kind.ts';
import type { InvokeError } from './types.ts';

/** Why a request may be sent again: it came too often, or something passed by. */
export type RetryClass = 'throttling' | 'transient';

/** What became of one attempt that failed. */
export interface FailedAttempt {
  error: InvokeError;
  /** none: no headers came; cut: an answer began and broke off; whole: the service's complete refusal. */
  answer: 'none' | 'cut' | 'whole';
  /** Sending twice is harmless: a DryRun, a read, or an invoke with a durable execution name. */
  repeatable: boolean;
}

/**
 * Whether a failed request may be sent again by itself. `standard` follows the SDKs; `safe` only does so where the
 * answer proves that nothing ran, or where running twice is impossible.
 */
export function retryClassOf(mode: RetryMode, failed: FailedAttempt): RetryClass | undefined {
  const isSafe = failed.repeatable || (failed.answer === 'whole' && judgeAnswer(failed.error).retryable);
  return mode === 'standard' || isSafe ? standardClassOf(failed) : undefined;
}

/** The SDKs' classification 2.1. A body that broke off is not asked for again: its function has run. */
function standardClassOf({ error, answer, repeatable }: FailedAttempt): RetryClass | undefined {
  const { kind, statusCode = 0, code = '', message } = error;
  if (kind === 'throttled') return 'throttling';
  const isTransient =
    answer === 'whole'
      ? [500, 502, 503, 504].includes(statusCode) ||
        transientCodes.test(code) ||
        message.includes('Signature expired')
      : kind === 'network' || kind === 'timeout';
  return isTransient && (answer !== 'cut' || repeatable) ? 'transient' : undefined;
}

const transientCodes = /^(?:TimeoutError|RequestTimeout(?:Exception)?)$/;
