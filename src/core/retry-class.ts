import { judgeAnswer } from './error-kind.ts';
import type { RetryMode } from './client-types.ts';
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

/** The SDKs' classification 2.1. A body that broke off is not asked for again: its function has run. */
function standardClassOf({ error, answer, repeatable }: FailedAttempt): RetryClass | undefined {
  if (answer === 'none')
    return error.kind === 'network' || error.kind === 'timeout' ? 'transient' : undefined;
  if (answer === 'cut') return repeatable ? 'transient' : undefined;
  return classOfRefusal(error);
}

function classOfRefusal({ statusCode = 0, code = '', message }: InvokeError): RetryClass | undefined {
  if (statusCode === 429 || throttlingCodes.has(code)) return 'throttling';
  const isExpired = code === 'InvalidSignatureException' && message.includes('Signature expired');
  return isExpired || transientStatuses.has(statusCode) || transientCodes.has(code) ? 'transient' : undefined;
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
