import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CoreLogEvent } from './client-types.ts';
import { invoke } from './middleware.fixture.ts';
import { configured, exampleSession, noon, openAnswer, playing, textOf } from './sending.fixture.ts';

/** Each step of the middleware stack that the AWS SDK for Go runs for Invoke, and what it is here. */
describe('the middleware of the seed, around the answer', () => {
  test('middleware: deserializeOpInvoke takes a function error for a success of the call', async () => {
    const headers = { 'x-amz-function-error': 'Unhandled', 'x-amz-executed-version': '7' };
    const { result } = await invoke(
      { functionName: 'f' },
      { status: 200, headers, body: '{"errorMessage":"boom"}' },
    );
    expect(result).toMatchObject({
      ok: true,
      output: { statusCode: 200, functionError: 'Unhandled', executedVersion: '7' },
    });
    if (result.ok) expect(textOf(result.output.payload)).toBe('{"errorMessage":"boom"}');
  });

  test('middleware: error decoding reads the name from the header or the body, and cuts what surrounds it', async () => {
    const inHeader = await invoke(
      { functionName: 'f' },
      { status: 404, errortype: 'ResourceNotFoundException:http://internal.amazon.com/' },
    );
    const inBody = await invoke(
      { functionName: 'f' },
      { status: 409, body: '{"__type":"com.amazonaws.lambda#ResourceConflictException","Message":"busy"}' },
    );
    expect(inHeader.result).toMatchObject({
      error: { code: 'ResourceNotFoundException', kind: 'not-found' },
    });
    expect(inBody.result).toMatchObject({ error: { code: 'ResourceConflictException', message: 'busy' } });
  });

  test('middleware: SetLogger, RequestResponseLogging tells every request and response, and masks what authenticates', async () => {
    const events: CoreLogEvent[] = [];
    await invoke(
      { functionName: 'f', payload: '{}' },
      { status: 200, headers: { 'x-amzn-requestid': 'id-1' } },
      {
        logger: (event) => events.push(event),
        credentials: exampleSession,
      },
    );
    expect(events.map(({ type }) => type)).toEqual(['request', 'response']);
    expect(events[0]).toMatchObject({
      operation: 'Invoke',
      attempt: 1,
      method: 'POST',
      bodyBytes: 2,
      at: noon,
    });
    expect(events[1]).toMatchObject({
      operation: 'Invoke',
      attempt: 1,
      statusCode: 200,
      requestId: 'id-1',
      tookMs: 0,
    });
    expect(JSON.stringify(events)).toContain('Signature=***');
    expect(JSON.stringify(events)).not.toContain(exampleSession.sessionToken);
  });

  test('middleware: Retry, Attempt + MetricsHeader counts the attempts in amz-sdk-request and reports each', async () => {
    const { fetch, sent } = playing({ status: 429 }, { status: 429 }, { status: 200 });
    const seen: number[] = [];
    const client = createInvokeClient(configured({ fetch, retry: { mode: 'safe', maxAttempts: 4 } }));
    const result = await client.invoke(
      { functionName: 'f' },
      { onAttempt: ({ number }) => seen.push(number) },
    );
    expect(sent.map(({ headers }) => headers['amz-sdk-request'])).toEqual([
      'attempt=1; max=4',
      'attempt=2; max=4',
      'attempt=3; max=4',
    ]);
    expect(result.attempts).toMatchObject([
      { number: 1, statusCode: 429, retryDelayMs: 1000 },
      { number: 2, statusCode: 429, retryDelayMs: 2000 },
      { number: 3, statusCode: 200 },
    ]);
    expect(seen).toEqual([1, 2, 3]);
  });

  test('middleware: RawResponse, ResponseTiming keeps visible headers, times and the skew of the clock', async () => {
    const headers = { date: 'Sun, 22 Nov 2026 12:36:56 GMT', 'content-type': 'application/json' };
    const { result } = await invoke({ functionName: 'f' }, { status: 200, headers });
    expect(result).toMatchObject({
      ok: true,
      output: { headers },
      attempts: [{ number: 1, startedAt: noon, endedAt: noon, statusCode: 200, clockSkewMs: 120_000 }],
    });
  });

  test('middleware: ErrorCloseResponseBody keeps what came of a body that breaks off', async () => {
    const { result } = await invoke({ functionName: 'f' }, () => {
      const answer = openAnswer(200, { 'content-length': '1000' });
      answer.push('{"partial":');
      queueMicrotask(answer.breakOff);
      return answer.response;
    });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'network', mayHaveRun: 'yes', statusCode: 200 },
    });
    if (!result.ok) expect(result.error.message).toContain(' of 1000 bytes');
  });

  test.each(['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'])(
    'middleware: RequestIDRetriever finds it in %s',
    async (name) => {
      const ok = await invoke({ functionName: 'f' }, { status: 200, headers: { [name]: 'id-1' } });
      const failed = await invoke({ functionName: 'f' }, { status: 404, headers: { [name]: 'id-2' } });
      expect(ok.result).toMatchObject({ output: { requestId: 'id-1' } });
      expect(failed.result).toMatchObject({ error: { requestId: 'id-2' } });
    },
  );

  test('middleware: ResponseError carries status, request id, name, message, body and headers', async () => {
    const headers = { 'x-amzn-requestid': 'id-1', 'x-amzn-errortype': 'AccessDeniedException' };
    const { result } = await invoke(
      { functionName: 'f' },
      { status: 403, headers, body: '{"Message":"no"}' },
    );
    expect(result).toMatchObject({
      ok: false,
      error: {
        kind: 'access-denied',
        code: 'AccessDeniedException',
        message: 'no',
        statusCode: 403,
        requestId: 'id-1',
        mayHaveRun: 'no',
        headers,
      },
    });
    if (!result.ok) expect(textOf(result.error.body ?? new Uint8Array(0))).toBe('{"Message":"no"}');
  });
});
