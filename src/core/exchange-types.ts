import type { Address } from './address.ts';
import type { Cancellation } from './cancellation.ts';
import type { CallLog } from './call-log.ts';
import type { Redact } from './redact.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import type { CredentialSource } from './client-types.ts';
import type { InvokeError } from './types.ts';

/** One call of an operation: what to send, how to read its answer, and what sending it again would mean. */
export interface Exchange<T> {
  request: OperationRequest;
  address: Address;
  unsigned: boolean;
  /** No function can run by it: a DryRun or a read. */
  harmless: boolean;
  /** Sending it twice does no more than sending it once. */
  repeatable: boolean;
  /** Texts besides the credentials that must show nowhere. */
  secrets: readonly string[];
  /** The value goes on reading the connection, whose place is kept until the exchange is finished. */
  staysOpen: boolean;
  /** Aborts when the caller has turned away without a signal of its own. */
  left?: AbortSignal;
  read: (answer: Answer, cancellation: Cancellation) => Promise<AnswerReading<T>>;
}

/** An answer whose head has come. */
export interface Answer {
  response: Response;
  statusCode: number;
  headers: Record<string, string>;
  redact: Redact;
}

/** `cut`: the answer broke off before it was whole. */
export type AnswerReading<T> = { ok: true; value: T } | { ok: false; error: InvokeError; cut: boolean };

/** What the attempts of one call share. */
export interface Call<T> {
  runtime: Runtime;
  exchange: Exchange<T>;
  cancellation: Cancellation;
  log: CallLog;
  invocationId: string;
  /** Of the payload, in hex, once the first attempt has hashed it. */
  bodyHash?: string | undefined;
}

/** When an attempt that reached the wire began, and what its answer told. */
export interface AttemptTiming {
  number: number;
  startedAt: Date;
  statusCode?: number;
  clockSkewMs?: number;
}

export type AttemptOutcome<T> =
  | { ok: true; value: T; timing: AttemptTiming; release: () => void }
  | FailedOutcome;

export interface FailedOutcome {
  ok: false;
  error: InvokeError;
  /** none: no head of an answer came; cut: it broke off; whole: it is the service's refusal. */
  answer: 'none' | 'cut' | 'whole';
  /** Absent when nothing was sent. */
  timing?: AttemptTiming;
  headers: Record<string, string>;
  source?: CredentialSource | undefined;
}
