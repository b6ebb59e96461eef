import { describe, expect, it } from 'vitest';
import cases from '../../tests/vectors/invoke-responses.json';
import malformed from '../../tests/vectors/eventstream-malformed.json';
import { decodeBase64 } from './decode-base64.ts';
import { createInvokeClient, type InvokeClient, type StreamEvent } from './index.ts';
import { concatBytes, invokeComplete, payloadChunk } from './stream-events.fixture.ts';

type Vector = (typeof cases)[number];

const nothing = new Uint8Array(0);
const bytesOf = (base64: string | null | undefined): Uint8Array => decodeBase64(base64 ?? '') ?? nothing;
const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** A client whose endpoint gives one answer, in pieces of a size, and counts how often it is asked. */
function clientOf(answer: {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  pieceSize?: number | undefined;
}) {
  const sends = { count: 0 };
  const client = createInvokeClient({
    region: 'us-west-2',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    retry: { mode: 'off' },
    fetch: () => {
      sends.count += 1;
      const body = answer.status === 204 ? null : streamOf(answer.body, answer.pieceSize ?? Infinity);
      return Promise.resolve(new Response(body, { status: answer.status, headers: answer.headers }));
    },
  });
  return { client, sends };
}

function streamOf(body: Uint8Array, pieceSize: number): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= body.length) return controller.close();
      controller.enqueue(body.slice(offset, offset + pieceSize));
      offset += pieceSize;
    },
  });
}

function clientFor({ response }: Vector) {
  const { status, headers, bodyBase64, deliveredInPiecesOf } = response;
  const given = headers as unknown as Record<string, string>;
  return clientOf({ status, headers: given, body: bytesOf(bodyBase64), pieceSize: deliveredInPiecesOf });
}

async function collect(client: InvokeClient): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of client.invokeWithResponseStream({ functionName: 'f' })) events.push(event);
  return events;
}

/** The members of an error as the vectors name them; what the SDK calls a nameless error has no name here. */
function expectError(seen: unknown, { expected, sdkQuirk }: Vector): void {
  const wanted = expected.error;
  if (!wanted) throw new Error('The vector expects no error.');
  const name = wanted.name === 'Unknown' ? undefined : wanted.name;
  expect(seen).toMatchObject({ statusCode: wanted.status, requestId: wanted.requestId });
  if (sdkQuirk) return;
  expect(seen).toMatchObject({ message: wanted.message });
  expect((seen as { code?: string }).code).toBe(name);
  expect((seen as { reason?: string }).reason).toBe(wanted.Reason);
  expect((seen as { retryAfterSeconds?: number }).retryAfterSeconds).toBe(
    wanted.retryAfterSeconds === undefined ? undefined : Number(wanted.retryAfterSeconds),
  );
}

describe('Invoke', () => {
  const invokes = cases.filter((item) => item.operation === 'Invoke');

  it.each(invokes.map((item) => [item.name, item] as const))('%s', async (_name, item) => {
    const { client, sends } = clientFor(item);
    const result = await client.invoke({ functionName: 'f' });
    expect(sends.count).toBe(1);
    const wanted = item.expected.output;
    if (!wanted) return expectError(result.ok ? undefined : result.error, item);
    if (!result.ok) throw new Error(result.error.message);
    const { output } = result;
    expect(output).toMatchObject({ statusCode: wanted.StatusCode, payload: bytesOf(wanted.payloadBase64) });
    expect(output.requestId).toBe(wanted.requestId);
    expect(output.functionError).toBe(wanted.FunctionError);
    expect(output.durableExecutionArn).toBe(wanted.DurableExecutionArn);
    expect(output.logResult?.base64).toBe(wanted.LogResult);
    if (!item.sdkQuirk) expect(output.executedVersion).toBe(wanted.ExecutedVersion);
  });

  it('gives what the vectors recommend where the SDK is not to be copied', async () => {
    const quirks = new Map(invokes.filter((item) => item.sdkQuirk).map((item) => [item.name, item]));
    const run = async (name: string) => {
      const item = quirks.get(name);
      if (!item) throw new Error(`There is no vector ${name}.`);
      quirks.delete(name);
      return clientFor(item).client.invoke({ functionName: 'f' });
    };
    expect(await run('success/cors-hides-version-and-durable-arn')).toMatchObject({
      output: { executedVersion: '3', executedVersionSource: 'log' },
    });
    expect(await run('service-error/html-body-with-errortype')).toMatchObject({
      error: {
        code: 'ServiceUnavailableException',
        kind: 'service',
        body: new TextEncoder().encode('<html/>'),
      },
    });
    expect([...quirks.keys()]).toEqual([]);
  });
});

describe('InvokeWithResponseStream', () => {
  const streams = cases.filter((item) => item.operation === 'InvokeWithResponseStream');

  it.each(streams.map((item) => [item.name, item] as const))('%s', async (_name, item) => {
    const { client, sends } = clientFor(item);
    const events = await collect(client);
    expect(sends.count).toBe(1);
    const last = events.at(-1);
    const wanted = item.expected.output;
    if (!wanted) {
      if (item.response.status === 204) return expect(events.map((event) => event.type)).toEqual(['start']);
      return expectError(last?.type === 'error' ? last.error : undefined, item);
    }
    expect(events[0]).toMatchObject({
      type: 'start',
      statusCode: wanted.StatusCode,
      executedVersion: wanted.ExecutedVersion,
      contentType: wanted.ResponseStreamContentType,
      requestId: wanted.requestId,
    });
    expect(events.slice(1).flatMap(asVector)).toEqual(wanted.events);
    expect(last?.type === 'error' ? last.error.code : undefined).toBe(wanted.streamError?.name);
  });

  it('takes the message out of an exception frame, and of an error frame nothing but its own', async () => {
    const run = async (name: string) => {
      const item = streams.find((candidate) => candidate.name === name);
      return item ? (await collect(clientFor(item).client)).at(-1) : undefined;
    };
    expect(await run('stream/modelled-exception-frame')).toMatchObject({
      error: { message: 'broke', mayHaveRun: 'yes' },
    });
    expect(await run('stream/error-frame')).toMatchObject({
      error: { code: 'InternalError', message: 'stream died' },
    });
  });

  it.each(malformed.cases.map((item) => [item.id, item] as const))(
    '%s',
    async (_id, { bytesBase64, expect: wanted }) => {
      const tiny = () =>
        concatBytes(...Array.from({ length: 10_000 }, () => payloadChunk('x')), invokeComplete());
      const body = bytesBase64 === undefined ? tiny() : bytesOf(bytesBase64);
      const { client, sends } = clientOf({ status: 200, headers: {}, body, pieceSize: 1000 });
      const events = await collect(client);
      const [shown = '', count = '1'] = wanted.shownText.replace(' (or hex view)', '').split('*');
      expect(textOf(events)).toBe(shown.repeat(Number(count)));
      const error = faultOf(events);
      expect(error?.code ?? null).toBe(wanted.error);
      if (wanted.functionMayHaveRun) expect(error?.mayHaveRun).toBe(wanted.functionMayHaveRun);
      expect(sends.count).toBe(1);
    },
  );
});

function textOf(events: readonly StreamEvent[]): string {
  const decoder = new TextDecoder();
  const parts = events.map((event) =>
    event.type === 'chunk' ? decoder.decode(event.bytes, { stream: true }) : '',
  );
  return parts.join('') + decoder.decode();
}

/** How a stream failed, as the vectors name it: by its bytes or by the function. */
function faultOf(events: readonly StreamEvent[]): { code?: string; mayHaveRun?: string } | undefined {
  const last = events.at(-1);
  if (last?.type === 'error') return last.error;
  return last?.type === 'complete' && last.errorCode ? { code: 'FUNCTION_ERROR' } : undefined;
}

function asVector(event: StreamEvent): object[] {
  if (event.type === 'chunk') return [{ PayloadChunk: { payloadBase64: toBase64(event.bytes) } }];
  if (event.type !== 'complete') return [];
  const members = {
    ErrorCode: event.errorCode,
    ErrorDetails: event.errorDetails,
    LogResult: event.logResult?.base64,
  };
  return [
    {
      InvokeComplete: Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
    },
  ];
}
