import { errorFacts } from './error-facts.ts';
import type { InvokeErrorKind } from './types.ts';

/** What an answer other than 2xx says about the call. */
export interface Verdict {
  kind: InvokeErrorKind;
  /** The answer proves that the handler was not started. */
  nothingRan: boolean;
  /** Nothing ran and the same request may succeed soon. */
  retryable: boolean;
}

interface ErrorAnswer {
  statusCode: number;
  code?: string | undefined;
  message?: string | undefined;
}

/** Judges an error answer of the API by its name, and by its status where the name is unknown or absent. */
export function judgeAnswer({ statusCode, code, message }: ErrorAnswer): Verdict {
  const facts = errorFacts(code);
  const nothingRan = facts?.nothingRan ?? refusedStatuses.has(statusCode);
  const retryable = facts?.retryable ?? statusCode === 429;
  return { kind: kindOf({ statusCode, code, message }), nothingRan, retryable };
}

/** Statuses with which a server refuses a request before it does anything. 408, 409 and 410 may come later. */
const refusedStatuses = new Set([400, 401, 402, 403, 404, 405, 406, 411, 413, 414, 415, 417, 429, 431]);

function kindOf({ statusCode, code, message }: ErrorAnswer): InvokeErrorKind {
  const named = code?.startsWith('AccessDenied') ? 'access-denied' : errorFacts(code)?.kind;
  if (named === 'throttled') return named;
  const decided = kindOfStatus.get(statusCode);
  if (decided) return decided;
  if (statusCode < 400 || statusCode >= 500) return 'service';
  if (named === 'credentials' && isAboutTime(message)) return 'clock-skew';
  return named ?? 'service';
}

const kindOfStatus = new Map<number, InvokeErrorKind>([
  [404, 'not-found'],
  [413, 'too-large'],
  [429, 'throttled'],
]);

/** A wrong clock hides behind InvalidSignatureException; only its message tells it from a wrong secret. */
function isAboutTime(message: string | undefined): boolean {
  return message !== undefined && /signature (?:expired|not yet current)/i.test(message);
}
