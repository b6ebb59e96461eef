import { InvokeWithResponseStreamCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

const files = {
  'stream.mjs': `import { once } from 'node:events';
    export const handler = awslambda.streamifyResponse(async (event, stream) => {
      stream.setContentType('text/plain');
      for (const part of event.parts) {
        stream.write(part);
        await new Promise((resolve) => setTimeout(resolve, event.pauseMs ?? 50));
      }
      if (event.fails) throw new RangeError('in the middle');
      stream.end();
    });`,
  'gated.mjs': `import { existsSync } from 'node:fs';
    export const handler = awslambda.streamifyResponse(async ({ gate }, stream) => {
      stream.write('one ');
      while (!existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 5));
      stream.write('two');
      stream.end();
    });`,
  'gated.function.json': JSON.stringify({ timeout: 60 }),
  'prelude.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
      const http = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers: { a: 'b' } });
      http.write('body');
      http.end();
    });`,
  'long.mjs': `import { once } from 'node:events';
    export const handler = awslambda.streamifyResponse(async ({ megabytes }, stream) => {
      const part = Buffer.alloc(65536, 'y');
      for (let sent = 0; sent < megabytes * 16; sent += 1) if (!stream.write(part)) await once(stream, 'drain');
      stream.end();
    });`,
  'long.function.json': JSON.stringify({ timeout: 30, memory: 512 }),
  'never-ends.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
      stream.write('a beginning');
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    });`,
  'never-ends.function.json': JSON.stringify({ timeout: 1 }),
  'exits.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
      await new Promise((resolve) => stream.write('before the exit', resolve));
      process.exit(7);
    });`,
  'plain.mjs': `export const handler = async (event) => ({ plain: event });`,
  'throws.mjs': `export const handler = async () => { throw new TypeError('no stream'); };`,
};

let endpoint: TestEndpoint;
let client: LambdaClient;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files);
  const { url, region, credentials } = endpoint;
  client = new LambdaClient({ region, endpoint: url, credentials, maxAttempts: 1 });
});
afterAll(() => endpoint.close());

interface Streamed {
  executedVersion: string | undefined;
  chunks: { text: string; bytes: number }[];
  complete:
    | { ErrorCode?: string | undefined; ErrorDetails?: string | undefined; LogResult?: string | undefined }
    | undefined;
}

/** Reads a whole stream with the AWS SDK, which checks every checksum. */
async function stream(FunctionName: string, event: unknown): Promise<Streamed> {
  const Payload = Buffer.from(JSON.stringify(event));
  const answer = await client.send(
    new InvokeWithResponseStreamCommand({ FunctionName, Payload, LogType: 'Tail' }),
  );
  const streamed: Streamed = { executedVersion: answer.ExecutedVersion, chunks: [], complete: undefined };
  for await (const { PayloadChunk, InvokeComplete } of answer.EventStream ?? []) {
    const bytes = PayloadChunk?.Payload ?? new Uint8Array();
    if (PayloadChunk) {
      streamed.chunks.push({
        text: Buffer.from(bytes).toString(),
        bytes: bytes.length,
      });
    }
    if (InvokeComplete) streamed.complete = InvokeComplete;
  }
  return streamed;
}

const textOf = ({ chunks }: Streamed): string => chunks.map(({ text }) => text).join('');

describe('InvokeWithResponseStream', () => {
  test('sends a piece while the handler still waits to write the next one', async () => {
    const gate = `${endpoint.folder}/.gate`;
    const Payload = Buffer.from(JSON.stringify({ gate }));
    const answer = await client.send(new InvokeWithResponseStreamCommand({ FunctionName: 'gated', Payload }));
    const texts: string[] = [];
    for await (const { PayloadChunk } of answer.EventStream ?? []) {
      if (!PayloadChunk) continue;
      texts.push(Buffer.from(PayloadChunk.Payload ?? []).toString());
      // Only what has arrived here lets the handler go on: a buffered stream would never end.
      endpoint.write({ '.gate': '' });
    }
    expect(texts).toEqual(['one ', 'two']);
  });

  test('ends with InvokeComplete, which carries the log tail', async () => {
    const streamed = await stream('stream', { parts: ['one ', 'two ', 'three ✓'] });
    expect(textOf(streamed)).toBe('one two three ✓');
    expect(streamed.executedVersion).toBe('$LATEST');
    expect(streamed.complete?.ErrorCode).toBeUndefined();
    const log = Buffer.from(streamed.complete?.LogResult ?? '', 'base64').toString();
    expect(log).toMatch(/^START .*\nEND .*\nREPORT /);
  });

  test('names the handler’s content type beside its own', async () => {
    const path = '/2021-11-15/functions/stream/response-streaming-invocations';
    const answer = await endpoint.invoke('stream', { parts: ['x'] }, { path });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.amazon.eventstream',
      'x-amzn-remapped-content-type': 'text/plain',
    });
  });

  test('keeps what was sent before an error in the middle, and tells the error at the end', async () => {
    const streamed = await stream('stream', { parts: ['kept'], fails: true });
    expect(textOf(streamed)).toBe('kept');
    expect(streamed.complete?.ErrorCode).toBe('Unhandled');
    const details: unknown = JSON.parse(streamed.complete?.ErrorDetails ?? '');
    expect(details).toMatchObject({ errorType: 'RangeError', errorMessage: 'in the middle' });
  });

  test('sends the prelude of HttpResponseStream as bytes', async () => {
    const text = textOf(await stream('prelude', {}));
    expect(text).toBe(`{"statusCode":201,"headers":{"a":"b"}}${'\0'.repeat(8)}body`);
  });

  test('sends 7 MB, the part over 6 MB at Lambda’s pace', async () => {
    const startedAt = performance.now();
    const { chunks } = await stream('long', { megabytes: 7 });
    expect(chunks.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(7 * 1_048_576);
    expect(performance.now() - startedAt).toBeGreaterThan(450);
  });

  test.each([
    ['never-ends', 'a beginning', 'Sandbox.Timedout'],
    ['exits', 'before the exit', 'Runtime.ExitError'],
  ])('ends the stream of %s with its error', async (name, beginning, errorType) => {
    const streamed = await stream(name, {});
    expect(textOf(streamed)).toBe(beginning);
    expect(JSON.parse(streamed.complete?.ErrorDetails ?? '')).toMatchObject({ errorType });
  });

  test('sends the answer of a handler that does not stream as one chunk', async () => {
    const streamed = await stream('plain', { a: 1 });
    expect(streamed.chunks.map(({ text }) => text)).toEqual(['{"plain":{"a":1}}']);
  });

  test('sends no chunk for a handler that fails before it streams', async () => {
    const streamed = await stream('throws', {});
    expect(streamed.chunks).toEqual([]);
    expect(JSON.parse(streamed.complete?.ErrorDetails ?? '')).toMatchObject({ errorType: 'TypeError' });
  });

  test('refuses Event, and answers DryRun without a run', async () => {
    const path = '/2021-11-15/functions/plain/response-streaming-invocations';
    const event = await endpoint.invoke('plain', {}, { path, headers: { 'x-amz-invocation-type': 'Event' } });
    expect(event).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' } });
    const dryRun = await endpoint.invoke(
      'plain',
      {},
      { path, headers: { 'x-amz-invocation-type': 'DryRun' } },
    );
    expect(dryRun.status).toBe(204);
  });
});

describe('Invoke on a streaming handler', () => {
  test('answers with the whole stream as its payload', async () => {
    const answer = await endpoint.invoke('stream', { parts: ['{"a":', '1}'] });
    expect(answer).toMatchObject({ status: 200, json: { a: 1 } });
  });

  test('answers with the error alone when the stream fails', async () => {
    const answer = await endpoint.invoke('stream', { parts: ['lost'], fails: true });
    expect(answer).toMatchObject({
      headers: { 'x-amz-function-error': 'Unhandled' },
      json: { errorType: 'RangeError' },
    });
  });

  test('refuses a stream that no payload can hold', async () => {
    const answer = await endpoint.invoke('long', { megabytes: 7 });
    expect(answer.json).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });
});
