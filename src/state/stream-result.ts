import type {
  Attempt,
  InvokeError,
  InvokeOutput,
  InvokeResult,
  ResponseHead,
  StreamEvent,
} from '../core/index.ts';
import type { StreamError } from './types.ts';

/**
 * A streamed run in the shape of any other: the chunks are its body, the final error is its function error. The
 * events tell little of the answer's headers; its head has them all.
 */
export function resultOfStream(
  events: readonly StreamEvent[],
  attempts: Attempt[],
  head?: ResponseHead,
): InvokeResult {
  const last = events.at(-1);
  const body = joined(events);
  if (last?.type === 'error') {
    const error = last.error.body || body.length === 0 ? last.error : { ...last.error, body };
    return { ok: false, error, attempts };
  }
  if (last?.type !== 'complete') return { ok: false, error: endedEarly(body), attempts };
  return {
    ok: true,
    output: { ...outputOf(events, last, body), ...(head && { headers: head.headers }) },
    attempts,
  };
}

/** What the last event says of a failure, whether or not bytes had come before it. */
export function streamErrorOf(events: readonly StreamEvent[]): StreamError | null {
  const last = events.at(-1);
  if (last?.type !== 'complete' || last.errorCode === undefined) return null;
  const { errorCode: code, errorDetails: details } = last;
  return { code, ...(details === undefined ? {} : { details }) };
}

type Complete = Extract<StreamEvent, { type: 'complete' }>;

type Start = Extract<StreamEvent, { type: 'start' }>;

function outputOf(events: readonly StreamEvent[], complete: Complete, body: Uint8Array): InvokeOutput {
  const start = events.find((event) => event.type === 'start');
  const { errorCode, errorDetails, logResult } = complete;
  return {
    statusCode: 200,
    headers: {},
    ...(start ? headOf(start) : {}),
    ...versionOf(start, complete),
    ...(errorCode === undefined ? {} : { functionError: errorCode }),
    ...(logResult ? { logResult } : {}),
    payload: body.length === 0 && errorDetails ? errorDocument(complete) : body,
  };
}

/** What the head could not tell came from the log of the last event. */
function versionOf(start: Start | undefined, complete: Complete): Partial<InvokeOutput> {
  if (complete.executedVersion === undefined) return {};
  const fromLog = start?.executedVersion === undefined && complete.logResult !== undefined;
  return {
    executedVersion: complete.executedVersion,
    ...(fromLog ? { executedVersionSource: 'log' as const } : {}),
  };
}

function headOf({ statusCode, executedVersion, requestId, contentType }: Start): Partial<InvokeOutput> {
  return {
    statusCode,
    ...(executedVersion === undefined ? {} : { executedVersion }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
  };
}

/** A function that failed before its first byte says why in the end event alone; shown as Lambda's error document. */
function errorDocument({ errorCode, errorDetails }: Complete): Uint8Array {
  const isDocument = /^\s*\{/.test(errorDetails ?? '');
  const text = isDocument
    ? (errorDetails ?? '')
    : JSON.stringify({ errorType: errorCode, errorMessage: errorDetails });
  return new TextEncoder().encode(text);
}

function endedEarly(body: Uint8Array): InvokeError {
  return {
    kind: 'bad-response',
    message: 'The stream ended without its last event, so the answer is incomplete.',
    mayHaveRun: 'yes',
    body,
  };
}

function joined(events: readonly StreamEvent[]): Uint8Array {
  const chunks = events.flatMap((event) => (event.type === 'chunk' ? [event.bytes] : []));
  const body = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
