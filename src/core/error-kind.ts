import type { InvokeError, InvokeErrorKind } from './types.ts';

/** What an answer other than 2xx says about the call. */
export interface Verdict {
  kind: InvokeErrorKind;
  /** The answer proves that the handler was not started. */
  nothingRan: boolean;
  /** Nothing ran, and the same request may succeed soon: what mode `safe` sends again. */
  retryable: boolean;
}

interface ErrorAnswer {
  /** Absent where no answer has come. */
  statusCode?: number | undefined;
  code?: string | undefined;
  message?: string | undefined;
}

/** Judges an error answer of the API by its name, and by its status where it has none. */
export function judgeAnswer(answer: ErrorAnswer): Verdict {
  const kind = kindOf(answer);
  const isThrottled = kind === 'throttled';
  return {
    kind,
    nothingRan: isThrottled || isRefusal(answer),
    retryable: isThrottled || (answer.statusCode === 502 && waking.test(answer.code ?? '')),
  };
}

/** Names are compared without case, and endpoints other than AWS leave out the word Exception. */
const named = (names: string): RegExp => new RegExp(`^(?:${names})(?:Exception)?$`, 'i');

/** The throttling names of the SDKs' standard retry mode. */
const throttling = named(
  'Throttling|(?:EC2|Request|)Throttled|TooManyRequests|(?:Bandwidth|Request|)LimitExceeded|SlowDown|' +
    'PriorRequestNotComplete|TransactionInProgress|ProvisionedThroughputExceeded',
);
const signatureNames = 'InvalidSignature|SignatureDoesNotMatch|AuthFailure';
const wrongSignature = named(signatureNames);
const credentials = named(
  `${signatureNames}|IncompleteSignature|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|MissingAuthenticationToken`,
);
const clock = named('RequestTimeTooSkewed|RequestExpired|RequestInTheFuture');

/** Refusals by status that can strike after the handler has begun: file system I/O, a request cut off. */
const doubtful = named('EFSIO|RequestTimeout');

/** What Lambda answers with 502 while it prepares an execution environment. */
const preparing = /^(?:EC2|ENI|KMS|Subnet|Invalid(?:Subnet|SecurityGroup|Runtime|Zip)|ResourceNotReady)/i;

/** Of these, what passes by itself; a wrong key or subnet does not. */
const waking = named('EC2Unexpected|ENINotReady|ResourceNotReady');

/** Whether a wrong clock can have caused an error. Source: service-error-classification of @smithy/core. */
export function isClockSuspect({ kind, code = '' }: Pick<InvokeError, 'kind' | 'code'>): boolean {
  return kind === 'clock-skew' || wrongSignature.test(code);
}

function kindOf({ statusCode = 0, code = '', message = '' }: ErrorAnswer): InvokeErrorKind {
  if (throttling.test(code)) return 'throttled';
  const ofStatus = kindOfStatus[statusCode];
  if (ofStatus) return ofStatus;
  if (statusCode < 400 || statusCode >= 500) return 'service';
  if (clock.test(code)) return 'clock-skew';
  // A wrong clock hides behind the name of a wrong signature; only its message tells them apart.
  if (credentials.test(code))
    return /signature (?:expired|not yet)/i.test(message) ? 'clock-skew' : 'credentials';
  return /^AccessDenied/i.test(code) ? 'access-denied' : 'service';
}

const kindOfStatus: Partial<Record<number, InvokeErrorKind>> = {
  404: 'not-found',
  413: 'too-large',
  429: 'throttled',
};

/** A server refuses with these before it does anything; with 408, 409 and 410 only where Lambda names the error. */
function isRefusal({ statusCode = 0, code }: ErrorAnswer): boolean {
  if (code === undefined) return refusedStatuses.includes(statusCode);
  if (statusCode === 502) return preparing.test(code);
  return statusCode >= 400 && statusCode < 500 && !doubtful.test(code);
}

const refusedStatuses = [400, 401, 402, 403, 404, 405, 406, 411, 413, 414, 415, 417, 429, 431];
