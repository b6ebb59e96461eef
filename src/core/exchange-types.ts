import type { Address } from './address.ts';
import type { CallLog } from './call-log.ts';
import type { Cancellation } from './cancellation.ts';
import type { Release } from './queue.ts';
import type { Redact } from './redact.ts';
import type { Asked } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import type { RetryPlan } from './retry-plan.ts';
import type { OperationRequest } from './serialize.ts';
import type { Signing } from './sign-request.ts';
import type { InvokeError, MayHaveRun } from './types.ts';

/** One call of an operation: what to send, how to read its answer, and what sending it again would mean. */
export interface Exchange<T> {
  request: OperationRequest;
  address: Address;
  /** SHA-256 of the body in hex, begun when the request was planned and the same for all attempts. */
  bodyHash?: Promise<string> | undefined;
  unsigned?: boolean | undefined;
  /** What decides the meaning of the answer. */
  asked: Asked;
  /** Sending it twice does no more than sending it once. */
  repeatable: boolean;
  /** Texts besides the credentials that must show nowhere. */
  secrets?: readonly string[] | undefined;
  /**
   * Given when the value goes on reading the connection, whose place is then kept until the exchange is finished.
   * Aborts when the caller has turned away without a signal of its own.
   */
  left?: AbortSignal;
  read: (answer: Answer) => Promise<AnswerReading<T>>;
}

/** An answer whose head has come. */
export interface Answer {
  response: Response;
  statusCode: number;
  headers: Record<string, string>;
  redact: Redact;
  asked: Asked;
  cancellation: Cancellation;
}

/** `cut`: the answer broke off before it was whole. */
export type AnswerReading<T> = { ok: true; value: T } | { ok: false; error: InvokeError; cut: boolean };

/** A call under way: what its attempts share, and what they have learned. */
export interface Call<T> extends Omit<Exchange<T>, keyof Signing>, Signing {
  runtime: Runtime;
  cancellation: Cancellation;
  log: CallLog;
  redact: Redact;
  /** What all attempts until now say together. */
  mayHaveRun: MayHaveRun;
  /** Made when the first attempt has failed. */
  retryDelayMs?: RetryPlan;
  /** What the latest retry has cost of the budget. */
  retryCost?: number;
  /** Gives the connection's place back; calling it again does nothing. Absent before the first place. */
  release?: Release;
}

/** When an attempt that reached the wire began, and what its answer told. */
export interface AttemptTiming {
  number: number;
  startedAt: Date;
  statusCode?: number | undefined;
  clockSkewMs?: number | undefined;
}

export interface AttemptEnd extends AttemptTiming {
  error?: InvokeError | undefined;
  retryDelayMs?: number | undefined;
}

export type AttemptOutcome<T> = { ok: true; value: T; timing: AttemptTiming } | FailedOutcome;

export interface FailedOutcome {
  ok: false;
  error: InvokeError;
  /** none: no head of an answer came; cut: it broke off; whole: it is the service's refusal. */
  answer: 'none' | 'cut' | 'whole';
  /** Absent when nothing was sent. */
  timing?: AttemptTiming | undefined;
}
