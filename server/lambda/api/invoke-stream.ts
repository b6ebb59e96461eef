import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiRequest, ApiResponse } from '../http/messages.ts';
import { MAX_STREAMED_RESPONSE } from '../limits.ts';
import type { StreamSink } from '../runtime/environment.ts';
import type { InvocationOutcome } from '../runtime/run-invocation.ts';
import { validationError } from './api-error.ts';
import { invokeComplete, payloadChunk } from './event-stream.ts';
import { commonHeaders, type InvokeContext, prepareInvocation } from './invoke.ts';
import { RecordedStream } from './recorded-stream.ts';

/** POST /2021-11-15/functions/{FunctionName}/response-streaming-invocations */
export async function invokeWithResponseStream(
  request: ApiRequest,
  functionName: string,
  context: InvokeContext,
): Promise<ApiResponse> {
  const { invocation, input } = prepareInvocation(request, functionName, context);
  if (input.invocationType === 'Event') {
    throw validationError('Event', 'invocationType', 'satisfy enum value set: [RequestResponse, DryRun]');
  }
  if (input.invocationType === 'DryRun') return { status: 204, headers: {} };
  const stream = new RecordedStream();
  const contentType = await new Promise<string>((resolve, reject) => {
    const sink = new StreamingSink(stream, resolve);
    const finish = (outcome: InvocationOutcome): void => {
      resolve('application/json'); // a handler that does not stream
      void complete(stream, { outcome, isTooLarge: sink.isTooLarge, wantsTail: input.wantsTail });
    };
    context.executor.run(invocation, sink).then(finish, reject);
  });
  return {
    status: 200,
    headers: {
      'content-type': 'application/vnd.amazon.eventstream',
      'x-amzn-remapped-content-type': contentType,
      'x-amz-executed-version': invocation.target.version,
      ...commonHeaders(invocation),
    },
    body: stream,
  };
}

interface Completion {
  outcome: InvocationOutcome;
  isTooLarge: boolean;
  wantsTail: boolean;
}

async function complete(
  stream: RecordedStream,
  { outcome, isTooLarge, wantsTail }: Completion,
): Promise<void> {
  const { payload, isError, isStreamed, logTail } = outcome;
  if (!isError && !isStreamed) await stream.push(payloadChunk(payload));
  await stream.push(
    invokeComplete({
      // After the first byte the status cannot change: these two are the only sign of a failure.
      ...(isError && { ErrorCode: 'Unhandled', ErrorDetails: payload.toString('utf8') }),
      ...(isTooLarge && { ErrorCode: 'Function.ResponseSizeTooLarge', ErrorDetails: TOO_LARGE }),
      ...(wantsTail && { LogResult: logTail.toString('base64') }),
    }),
  );
  stream.end();
}

const TOO_LARGE = `Response payload size exceeded maximum allowed payload size (${MAX_STREAMED_RESPONSE} bytes).`;
/** Lambda sends the first 6 MiB as they come, and 2 MiB a second from there on. */
const BURST_BYTES = 6_291_456;
const BYTES_PER_MS = 2_097_152 / 1000;

class StreamingSink implements StreamSink {
  readonly start: (contentType: string) => void;
  readonly #stream: RecordedStream;
  #sentBytes = 0;
  #burstOverAt = 0;

  constructor(stream: RecordedStream, start: (contentType: string) => void) {
    this.#stream = stream;
    this.start = start;
  }

  get isTooLarge(): boolean {
    return this.#sentBytes > MAX_STREAMED_RESPONSE;
  }

  async chunk(bytes: Buffer): Promise<void> {
    this.#sentBytes += bytes.length;
    if (this.isTooLarge) return;
    await this.#stream.push(payloadChunk(bytes));
    if (this.#sentBytes <= BURST_BYTES) return;
    this.#burstOverAt ||= performance.now();
    const dueAt = this.#burstOverAt + (this.#sentBytes - BURST_BYTES) / BYTES_PER_MS;
    await sleep(Math.max(0, dueAt - performance.now()), undefined, { ref: false });
  }
}
