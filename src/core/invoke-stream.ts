import { exchange, type Hold } from './exchange.ts';
import type { Answer, AnswerReading, Exchange } from './exchange-types.ts';
import type { Cancellation } from './cancellation.ts';
import type { CallOptions } from './client-types.ts';
import { cancelled, cutAnswer, refusal } from './failures.ts';
import { askedBy, invokeTraits, placeRequest, type Planned } from './invoke.ts';
import { readAnswer } from './read-answer.ts';
import { streamBody } from './read-body.ts';
import { redactError } from './redact.ts';
import {
  isForeignAnswer,
  isHarmless,
  readErrorResponse,
  readRequestId,
  type Asked,
} from './response-error.ts';
import type { Runtime } from './runtime.ts';
import { encodePayload, serializeInvokeWithResponseStream } from './serialize.ts';
import { createStreamReader } from './stream-events.ts';
import type { InvokeError, InvokeInput, StreamEvent } from './types.ts';
import { findInvokeProblems, findStreamProblems } from './validate.ts';

/**
 * Sends one InvokeWithResponseStream when it is first iterated, and only then. Leaving the iteration early, also
 * while an event is awaited, aborts the fetch. A stream that has begun is never asked for again.
 */
export function invokeWithResponseStream(
  runtime: Runtime,
  input: InvokeInput,
  options: CallOptions,
): AsyncIterableIterator<StreamEvent> {
  const left = new AbortController();
  const events = readEvents({ runtime, input, options, left: left.signal });
  return {
    next: () => events.next(),
    async return() {
      left.abort();
      await events.return(undefined);
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

interface StreamCall {
  runtime: Runtime;
  input: InvokeInput;
  options: CallOptions;
  left: AbortSignal;
}

async function* readEvents({
  runtime,
  input,
  options,
  left,
}: StreamCall): AsyncGenerator<StreamEvent, undefined> {
  const planned = planStream(runtime, input);
  if (!planned.ok) return yield { type: 'error', error: planned.error };
  const asked = askedBy(input);
  const open: Exchange<Answer> = {
    ...invokeTraits(input),
    request: planned.request,
    address: planned.address,
    staysOpen: true,
    left,
    read: (answer, cancellation) => openStream(answer, cancellation, asked),
  };
  const opened = await exchange(runtime, open, options);
  if (!opened.ok) return yield { type: 'error', error: opened.error };
  yield* followStream({ runtime, answer: opened.value, hold: opened.hold, asked });
  return undefined;
}

function planStream(runtime: Runtime, input: InvokeInput): Planned {
  const body = encodePayload(input.payload);
  const problems = [...runtime.problems, ...findInvokeProblems(input, body), ...findStreamProblems(input)];
  if (problems.length > 0) return { ok: false, error: refusal(problems) };
  return placeRequest(runtime, serializeInvokeWithResponseStream(input, body));
}

/** Anything but the head of a stream is read whole, as the error that it is. */
async function openStream(
  answer: Answer,
  cancellation: Cancellation,
  asked: Asked,
): Promise<AnswerReading<Answer>> {
  const { statusCode, headers } = answer;
  const isForeign =
    readRequestId(headers) === undefined && isForeignAnswer({ statusCode, headers, body: nothing });
  if (statusCode >= 200 && statusCode < 300 && !isForeign) return { ok: true, value: answer };
  return readAnswer(answer, cancellation, {
    asked,
    parse: (whole) => ({ ok: false, error: readErrorResponse(whole, asked) }),
  });
}

const nothing = new Uint8Array(0);

interface OpenStream {
  runtime: Runtime;
  answer: Answer;
  hold: Hold;
  asked: Asked;
}

async function* followStream({ runtime, answer, hold, asked }: OpenStream): AsyncGenerator<StreamEvent> {
  const { response, statusCode, headers, redact } = answer;
  const reader = createStreamReader({ statusCode, headers, asked });
  let failure: InvokeError | undefined;
  const note = (event: StreamEvent): StreamEvent => {
    if (event.type !== 'error') return event;
    failure = redactError(event.error, redact);
    return { type: 'error', error: failure };
  };
  try {
    yield reader.start;
    for await (const bytes of streamBody(response, hold.cancellation)) {
      const atMs = runtime.ports.now().getTime() - hold.startedAt.getTime();
      for (const event of reader.push(bytes, atMs)) yield note(event);
      if (reader.isFinished()) return;
    }
    for (const event of reader.end()) yield note(event);
  } catch (thrown) {
    yield note({ type: 'error', error: brokenStream(thrown, { answer, hold, asked }) });
  } finally {
    hold.finish(failure);
  }
}

/** The connection broke or the call was cancelled: the chunks that were given stay good. */
function brokenStream(
  thrown: unknown,
  { answer, hold, asked }: Pick<OpenStream, 'answer' | 'hold' | 'asked'>,
): InvokeError {
  const { statusCode, headers, redact } = answer;
  const mayHaveRun = isHarmless(asked) ? 'no' : 'yes';
  const cut = cutAnswer(
    { statusCode, headers, requestId: readRequestId(headers), body: nothing, thrown },
    redact,
  );
  const { body: _, ...error } = cut;
  const cause = hold.cancellation.cause();
  return cause
    ? { ...error, ...cancelled(cause, mayHaveRun) }
    : { ...error, message: 'The stream broke off before its end.', mayHaveRun };
}
