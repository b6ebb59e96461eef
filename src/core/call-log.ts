import type { AttemptTiming } from './exchange-types.ts';
import { maskHeaders, type Redact } from './redact.ts';
import { notify, type Runtime } from './runtime.ts';
import type { CallOptions, PreparedRequest, Progress } from './client-types.ts';
import type { Attempt, InvokeError } from './types.ts';

export interface AttemptEnd extends AttemptTiming {
  error?: Pick<InvokeError, 'kind' | 'code' | 'statusCode' | 'message'> | undefined;
  retryDelayMs?: number | undefined;
}

export interface AnswerHead {
  statusCode: number;
  headers: Record<string, string>;
  requestId: string | undefined;
  startedAt: Date;
}

/** Tells a call's observers what happens, as it happens, and keeps the record of its attempts. */
export class CallLog {
  readonly attempts: Attempt[] = [];
  readonly #runtime: Runtime;
  readonly #options: CallOptions;
  readonly #operation: string;

  constructor(runtime: Runtime, operation: string, options: CallOptions) {
    this.#runtime = runtime;
    this.#operation = operation;
    this.#options = options;
  }

  /** `untilMs`: the length of a back-off in milliseconds. */
  phase(attempt: number, phase: Progress['phase'], untilMs?: number): void {
    const progress = { attempt, phase, at: this.#now() };
    notify(this.#options.onProgress, untilMs === undefined ? progress : { ...progress, untilMs });
  }

  sending(attempt: number, request: PreparedRequest, redact: Redact): void {
    notify(this.#options.onRequest, request);
    const { method, headers, body } = request;
    this.#runtime.log({
      type: 'request',
      operation: this.#operation,
      attempt,
      method,
      url: redact(request.url),
      headers: maskHeaders(headers, redact),
      bodyBytes: body?.byteLength ?? 0,
      at: this.#now(),
    });
  }

  answered(attempt: number, { statusCode, headers, requestId, startedAt }: AnswerHead, redact: Redact): void {
    const at = this.#now();
    this.#runtime.log({
      type: 'response',
      operation: this.#operation,
      attempt,
      statusCode,
      headers: maskHeaders(headers, redact),
      ...(requestId === undefined ? {} : { requestId }),
      at,
      tookMs: at.getTime() - startedAt.getTime(),
    });
  }

  clock(skewMs: number, applied: boolean): void {
    this.#runtime.log({ type: 'clock', operation: this.#operation, skewMs, applied, at: this.#now() });
  }

  retry(attempt: number, delayMs: number, reason: string): void {
    this.#runtime.log({
      type: 'retry',
      operation: this.#operation,
      attempt,
      delayMs,
      reason,
      at: this.#now(),
    });
  }

  failed(attempt: number, { kind, message }: InvokeError): void {
    this.#runtime.log({
      type: 'failure',
      operation: this.#operation,
      attempt,
      kind,
      message,
      at: this.#now(),
    });
  }

  attemptEnded({ number, startedAt, statusCode, clockSkewMs, error, retryDelayMs }: AttemptEnd): void {
    // Without an answer there is no code of the API; the kind says what came instead.
    const errorCode = error?.code ?? (statusCode === undefined ? error?.kind : undefined);
    const attempt: Attempt = {
      number,
      startedAt,
      endedAt: this.#now(),
      ...(statusCode === undefined ? {} : { statusCode }),
      ...(errorCode === undefined ? {} : { errorCode }),
      ...(retryDelayMs === undefined ? {} : { retryDelayMs }),
      ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    };
    this.attempts.push(attempt);
    notify(this.#options.onAttempt, attempt);
  }

  #now(): Date {
    return this.#runtime.ports.now();
  }
}
