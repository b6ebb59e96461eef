import { judgeAnswer } from './error-kind.ts';
import type { InvokeError, RetryMode } from './types.ts';

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
  if (mode === 'off') return undefined;
  const kind = standardClassOf(failed);
  if (kind === undefined || mode === 'standard' || failed.repeatable) return kind;
  return provesNothingRan(failed) ? kind : undefined;
}

function provesNothingRan({ answer, error: { statusCode, code, message } }: FailedAttempt): boolean {
  return (
    answer === 'whole' && statusCode !== undefined && judgeAnswer({ statusCode, code, message }).retryable
  );
}

/** The SDKs' classification 2.1. A body that breaks off is not fetched again: the function has run. */
function standardClassOf({ error, answer, repeatable }: FailedAttempt): RetryClass | undefined {
  if (error.kind === 'aborted') return undefined;
  if (answer === 'none')
    return error.kind === 'network' || error.kind === 'timeout' ? 'transient' : undefined;
  if (answer === 'cut') return repeatable ? 'transient' : undefined;
  if (error.statusCode === 429 || throttlingCodes.has(error.code ?? '')) return 'throttling';
  const isTransient = transientStatuses.has(error.statusCode ?? 0) || transientCodes.has(error.code ?? '');
  const isExpired = error.code === 'InvalidSignatureException' && error.message.includes('Signature expired');
  return isTransient || isExpired ? 'transient' : undefined;
}

const throttlingCodes = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);
const transientCodes = new Set(['TimeoutError', 'RequestTimeout', 'RequestTimeoutException']);
const transientStatuses = new Set([500, 502, 503, 504]);
