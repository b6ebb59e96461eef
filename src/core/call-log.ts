import type { CallOptions, CoreLogEvent, PreparedRequest, Progress } from './client-types.ts';
import { defined } from './defined.ts';
import type { Answer, AttemptEnd } from './exchange-types.ts';
import { notify } from './notify.ts';
import { maskHeaders, redactHeaders, type Redact } from './redact.ts';
import { readRequestId } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import type { Attempt } from './types.ts';

/** Tells a call's observers what happens, as it happens, and keeps the record of its attempts. */
export interface CallLog {
  attempts: Attempt[];
  /** `untilMs`: the length of a back-off in milliseconds. */
  phase(attempt: number, phase: Progress['phase'], untilMs?: number): void;
  sending(attempt: number, request: PreparedRequest, redact: Redact): void;
  answered(attempt: number, answer: Answer, tookMs: number): void;
  event(describe: () => LogMembers): void;
  attemptEnded(end: AttemptEnd): void;
}

/** What an event says besides its operation and its time. */
type LogMembers = CoreLogEvent extends infer E
  ? E extends CoreLogEvent
    ? Omit<E, 'operation' | 'at'>
    : never
  : never;

export function createCallLog({ now, config }: Runtime, operation: string, options: CallOptions): CallLog {
  const attempts: Attempt[] = [];
  const event: CallLog['event'] = (describe) =>
    notify(config.logger, () => ({ ...describe(), operation, at: now() }));
  return {
    attempts,
    event,
    phase: (attempt, phase, untilMs) =>
      notify(options.onProgress, () => defined({ attempt, phase, at: now(), untilMs })),
    sending(attempt, request, redact) {
      notify(options.onRequest, () => request);
      event(() => ({
        type: 'request',
        attempt,
        method: request.method,
        url: redact(request.url),
        headers: maskHeaders(request.headers, redact),
        bodyBytes: request.body?.length ?? 0,
      }));
    },
    answered(attempt, { statusCode, headers, redact }, tookMs) {
      const head = { attempt, statusCode, requestId: readRequestId(headers) };
      notify(options.onResponse, () => defined({ ...head, headers: redactHeaders(headers, redact) }));
      event(() => defined({ type: 'response', ...head, headers: maskHeaders(headers, redact), tookMs }));
    },
    attemptEnded({ number, startedAt, statusCode, retryDelayMs, clockSkewMs, error }) {
      // Without an answer there is no code of the API; the kind says what came instead.
      const errorCode = error?.code ?? (statusCode === undefined ? error?.kind : undefined);
      const endedAt = now();
      const attempt = defined({
        number,
        startedAt,
        endedAt,
        statusCode,
        errorCode,
        retryDelayMs,
        clockSkewMs,
      });
      attempts.push(attempt);
      notify(options.onAttempt, () => attempt);
    },
  };
}
