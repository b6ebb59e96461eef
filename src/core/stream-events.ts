import { defined } from './defined.ts';
import { memberText, sanitizeErrorCode } from './error-code.ts';
import { judgeAnswer } from './error-kind.ts';
import { createFrameDecoder } from './event-stream-decoder.ts';
import type { Frame } from './event-stream-frame.ts';
import { findExecutedVersion } from './executed-version.ts';
import { jsonText, parseJsonObject, textAt, toRecord } from './json-object.ts';
import { decodeLogTail } from './log-tail.ts';
import { readRequestId } from './response-error.ts';
import type { AnswerHead } from './response-error.ts';
import { streamFault } from './stream-fault.ts';
import type { StreamFaultCode } from './stream-fault.ts';
import type { InvokeError, MayHaveRun, StreamEvent } from './types.ts';

export interface StreamReader {
  /** The first event, known before any byte of the body. */
  start: StreamEvent;
  /** The events of these bytes. `atMs`: milliseconds since the send. After the end, bytes are ignored. */
  push(bytes: Uint8Array, atMs: number): StreamEvent[];
  /** Called when the body has ended: an error when InvokeComplete has not come. */
  end(): StreamEvent[];
  /** True once `complete` or `error` has been given. */
  isFinished(): boolean;
}

/** Turns the body of InvokeWithResponseStream into events. What came before a fault has been given already. */
export function createStreamReader(head: AnswerHead): StreamReader {
  const decoder = createFrameDecoder();
  let isFinished = false;
  let isEmpty = true;

  const fail = (code: StreamFaultCode): StreamEvent => ({
    type: 'error',
    error: { ...errorBase(head), ...streamFault(code) },
  });

  function note(event: StreamEvent | undefined): StreamEvent[] {
    if (!event || isFinished) return [];
    isFinished = event.type === 'complete' || event.type === 'error';
    return [event];
  }

  return {
    start: startEvent(head),
    push(bytes, atMs) {
      if (isFinished || !bytes.length) return [];
      isEmpty = false;
      return decoder.push(bytes).flatMap((item) => {
        const event = typeof item === 'string' ? item : toEvent(item, { head, atMs });
        return note(typeof event === 'string' ? fail(event) : event);
      });
    },
    end() {
      // A DryRun answers 204 and streams nothing.
      const isDone = isFinished || (isEmpty && head.statusCode === 204);
      return isDone ? [] : note(fail(decoder.isInsideFrame() ? 'TRUNCATED' : 'INCOMPLETE'));
    },
    isFinished: () => isFinished,
  };
}

function startEvent(head: AnswerHead): StreamEvent {
  const { statusCode, headers } = head;
  return defined({
    type: 'start',
    statusCode,
    executedVersion: findExecutedVersion(head, undefined).executedVersion,
    contentType: headers['content-type'],
    requestId: readRequestId(headers),
  });
}

interface FrameContext {
  head: AnswerHead;
  atMs: number;
}

/** Undefined for an event type that is not known: the API may grow. */
function toEvent(frame: Frame, { head, atMs }: FrameContext): StreamEvent | StreamFaultCode | undefined {
  const messageType = frame.headers.get(':message-type');
  if (messageType === 'exception' || messageType === 'error')
    return { type: 'error', error: errorOf(frame, head) };
  const eventType = frame.headers.get(':event-type');
  if (messageType !== 'event' || eventType === undefined) return 'FRAME_HEADERS';
  if (eventType === 'PayloadChunk') return { type: 'chunk', bytes: frame.payload, atMs };
  return eventType === 'InvokeComplete' ? completeOf(frame, head) : undefined;
}

/** `{ErrorCode, ErrorDetails, LogResult}`, each of which may be null or absent. */
function completeOf({ payload }: Frame, head: AnswerHead): StreamEvent | StreamFaultCode {
  const document = payload.length ? parseJsonObject(new TextDecoder().decode(payload)) : {};
  if (!document) return 'COMPLETE_JSON';
  const details = document['ErrorDetails'];
  const log = textAt(document, 'LogResult');
  const logResult = log === undefined ? undefined : decodeLogTail(log, readRequestId(head.headers));
  return defined({
    type: 'complete',
    errorCode: textAt(document, 'ErrorCode'),
    errorDetails: textAt(document, 'ErrorDetails') ?? (toRecord(details) && jsonText(details)),
    logResult,
    executedVersion: findExecutedVersion(head, logResult?.text).executedVersion,
  });
}

/**
 * A modelled exception has its name in a header and a JSON document as payload, an error both in headers. The HTTP
 * status stays 200 once a stream has begun: the name alone tells throttling and credentials apart.
 */
function errorOf({ headers, payload }: Frame, head: AnswerHead): InvokeError {
  const text = new TextDecoder().decode(payload);
  const said = headers.get(':error-message') || memberText(parseJsonObject(text), 'message');
  const message = said ?? (text || 'UnknownError');
  const code = sanitizeErrorCode(headers.get(':exception-type') ?? headers.get(':error-code'));
  const { kind } = judgeAnswer({ statusCode: 400, code, message });
  return defined({ ...errorBase(head), kind, message, code });
}

function errorBase({ statusCode, headers, asked }: AnswerHead) {
  const mayHaveRun: MayHaveRun = asked.harmless ? 'no' : 'yes';
  return defined({ statusCode, headers, mayHaveRun, requestId: readRequestId(headers) });
}
