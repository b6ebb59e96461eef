import { describe, expect, test } from 'vitest';
import type { CallOptions, StreamEvent } from '../core/index.ts';
import { command, setUp } from './run-service.fixture.ts';
import { deferred, runRequest, until } from './state.fixture.ts';

describe('a streamed run', () => {
  const chunk = (text: string): StreamEvent => ({
    type: 'chunk',
    bytes: new TextEncoder().encode(text),
    atMs: 1,
  });

  test('shows its events as they come and ends as any other run', async () => {
    const more = deferred<void>();
    async function* stream(): AsyncGenerator<StreamEvent> {
      yield {
        type: 'start',
        statusCode: 200,
        requestId: 'r1',
        executedVersion: '3',
        contentType: 'text/plain',
      };
      yield chunk('one ');
      await more.promise;
      yield chunk('two');
      yield { type: 'complete' };
    }
    const { service, shown } = setUp({ stream });
    const handle = service.start(command({ request: runRequest({ stream: true }) }));
    await until(() => expect(shown()?.stream).toHaveLength(2));
    more.resolve(undefined);
    const ended = await handle.done;
    expect(ended).toMatchObject({
      outcome: 'success',
      result: { ok: true, output: { statusCode: 200, requestId: 'r1', executedVersion: '3' } },
    });
    expect(ended.stream).toHaveLength(4);
    expect(ended.streamTimeline).toEqual({ chunks: 2, bytes: 7, points: [[1, 7]] });
    expect(ended.streamError).toBeNull();
    const output = ended.result?.ok ? ended.result.output : null;
    expect(new TextDecoder().decode(output?.payload)).toBe('one two');
  });

  test('keeps all headers of its answer', async () => {
    const headers = { 'content-type': 'text/plain', 'x-amzn-requestid': 'r1', 'x-own': 'of the function' };
    async function* stream(options?: CallOptions): AsyncGenerator<StreamEvent> {
      options?.onResponse?.({ attempt: 1, statusCode: 200, requestId: 'r1', headers });
      yield { type: 'start', statusCode: 200, requestId: 'r1', contentType: 'text/plain' };
      yield { type: 'complete' };
    }
    const { service } = setUp({ stream });
    const ended = await service.start(command({ request: runRequest({ stream: true }) })).done;
    expect(ended.result).toMatchObject({ ok: true, output: { headers } });
  });

  test('that fails after its first bytes keeps both what came and why it failed', async () => {
    async function* stream(): AsyncGenerator<StreamEvent> {
      yield { type: 'start', statusCode: 200 };
      yield chunk('half');
      yield { type: 'complete', errorCode: 'Unhandled', errorDetails: '{"errorType":"Error"}' };
    }
    const { service } = setUp({ stream });
    const ended = await service.start(command({ request: runRequest({ stream: true }) })).done;
    expect(ended).toMatchObject({
      outcome: 'function-error',
      streamError: { code: 'Unhandled', details: '{"errorType":"Error"}' },
    });
  });

  test('says that its version comes from the log when only the end of the stream told it', async () => {
    const logResult = { base64: '', text: 'START', truncated: false };
    async function* stream(): AsyncGenerator<StreamEvent> {
      yield { type: 'start', statusCode: 200 };
      yield { type: 'complete', executedVersion: '7', logResult };
    }
    const { service } = setUp({ stream });
    const ended = await service.start(command({ request: runRequest({ stream: true }) })).done;
    const output = ended.result?.ok ? ended.result.output : null;
    expect(output).toMatchObject({ executedVersion: '7', executedVersionSource: 'log' });
  });

  test.each<[string, StreamEvent[], string, string]>([
    [
      'fails in the function',
      [chunk('a'), { type: 'complete', errorCode: 'Runtime.Exit' }],
      'function-error',
      'a',
    ],
    [
      'fails before its first byte',
      [{ type: 'complete', errorCode: 'E', errorDetails: 'why' }],
      'function-error',
      '{"errorType":"E","errorMessage":"why"}',
    ],
    [
      'is cut',
      [chunk('a'), { type: 'error', error: { kind: 'bad-response', message: 'cut', mayHaveRun: 'yes' } }],
      'unknown',
      'a',
    ],
    ['ends without its last event', [chunk('a')], 'unknown', 'a'],
  ])('that %s keeps what came', async (...[, events, outcome, text]) => {
    async function* stream(): AsyncGenerator<StreamEvent> {
      yield* events;
    }
    const { service } = setUp({ stream });
    const ended = await service.start(command({ request: runRequest({ stream: true }) })).done;
    expect(ended.outcome).toBe(outcome);
    const body = ended.result?.ok ? ended.result.output.payload : ended.result?.error.body;
    expect(new TextDecoder().decode(body)).toBe(text);
  });
});
