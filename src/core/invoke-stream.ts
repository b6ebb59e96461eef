import type { CallOptions } from './client-types.ts';
import { exchange, type Hold } from './exchange.ts';
import type { Answer, AnswerReading } from './exchange-types.ts';
import { cancelled, cutAnswer } from './failures.ts';
import { invokeTraits } from './invoke.ts';
import { planRequest } from './plan.ts';
import { readAnswer } from './read-answer.ts';
import { streamBody } from './read-body.ts';
import { describeCause, redactError } from './redact.ts';
import { isSuccess } from './response-error.ts';
import type { Runtime } from './runtime.ts';
import { encodePayload, serializeInvoke } from './serialize.ts';
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
  const body = encodePayload(input.payload);
  const found = [...findInvokeProblems(input, body), ...findStreamProblems(input)];
  const planned = planRequest(runtime, serializeInvoke('InvokeWithResponseStream', input, body), { found });
  if (!planned.ok) return yield { type: 'error', error: planned.error };
  const open = { ...planned, ...invokeTraits(input), left, read: openStream };
  const opened = await exchange(runtime, open, options);
  if (!opened.ok) return yield { type: 'error', error: opened.error };
  yield* followStream({ runtime, answer: opened.value, hold: opened.hold });
  return undefined;
}

/** Anything but the head of a stream is read whole, as the error that it is. */
async function openStream(answer: Answer): Promise<AnswerReading<Answer>> {
  const { statusCode, headers } = answer;
  const isStream = isSuccess({ statusCode, headers, body: new Uint8Array(0) });
  return isStream ? { ok: true, value: answer } : readAnswer(answer, () => answer);
}

interface OpenStream {
  runtime: Runtime;
  answer: Answer;
  hold: Hold;
}

async function* followStream(stream: OpenStream): AsyncGenerator<StreamEvent> {
  const { runtime, answer, hold } = stream;
  const reader = createStreamReader(answer);
  let failure: InvokeError | undefined;
  const note = (event: StreamEvent): StreamEvent => {
    if (event.type !== 'error') return event;
    failure = redactError(event.error, answer.redact);
    return { type: 'error', error: failure };
  };
  try {
    yield reader.start;
    for await (const bytes of streamBody(answer.response, answer.cancellation)) {
      const atMs = runtime.now().getTime() - hold.startedAt.getTime();
      for (const event of reader.push(bytes, atMs)) yield note(event);
      if (reader.isFinished()) return;
    }
    for (const event of reader.end()) yield note(event);
  } catch (thrown) {
    yield note({ type: 'error', error: brokenStream(thrown, answer) });
  } finally {
    hold.finish(failure);
  }
}

/** The connection broke or the call was cancelled: the chunks that were given stay good. */
function brokenStream(thrown: unknown, answer: Answer): InvokeError {
  const { statusCode, headers, redact, asked, cancellation } = answer;
  const mayHaveRun = asked.harmless ? 'no' : 'yes';
  const cause = cancellation.cause();
  return {
    ...cutAnswer({ statusCode, headers }, describeCause(thrown, redact)),
    mayHaveRun,
    ...(cause && cancelled(cause, mayHaveRun)),
  };
}
