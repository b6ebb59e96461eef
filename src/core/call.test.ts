import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type {
  CallOptions,
  CoreLogEvent,
  FetchPort,
  InvokeClientConfig,
  ServiceCall,
} from './client-types.ts';
import { configured, exampleKeys, playing, textOf, type Sent, type Step } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

const get: ServiceCall = { operation: 'GetFunction', method: 'GET', path: '/2015-03-31/functions/f' };

describe('a call of another operation', () => {
  test('is signed for its service, at its host in the region', async () => {
    const { request } = await call({ ...get, service: 'sts', method: 'POST', path: '/', body: 'Action=X' });
    expect(request.url).toBe('https://sts.us-west-2.amazonaws.com/');
    expect(request.headers['authorization']).toContain('/us-west-2/sts/aws4_request');
    expect(await verifySignature(request, exampleKeys)).toBe('valid');
    expect(textOf(request.body)).toBe('Action=X');
  });

  test('keeps the order of its query, repeated keys included, and verifies', async () => {
    const query = [
      ['Statuses', 'SUCCEEDED'],
      ['Statuses', 'FAILED'],
      ['Marker', 'a/b+c=='],
      ['Empty', ''],
    ] as const;
    const { request } = await call({ ...get, query });
    expect(request.url.split('?')[1]).toBe(
      'Statuses=SUCCEEDED&Statuses=FAILED&Marker=a%2Fb%2Bc%3D%3D&Empty=',
    );
    expect(await verifySignature(request, exampleKeys)).toBe('valid');
  });

  test('goes to the client’s custom endpoint whatever its service is, and through its relay', async () => {
    const config = { endpoint: 'http://localhost:4566', transportUrl: 'http://127.0.0.1:7411/relay' };
    const { request } = await call({ ...get, service: 'schemas' }, config);
    expect(request.url).toBe('http://127.0.0.1:7411/relay/2015-03-31/functions/f');
  });

  test('to another host is not sent through the relay of the Lambda endpoint', async () => {
    const config = { transportUrl: 'http://127.0.0.1:7411/relay' };
    const lambda = await call(get, config);
    const sts = await call({ ...get, service: 'sts' }, config);
    const other = await call({ ...get, endpoint: 'https://example.com/base/' }, config);
    expect([lambda, sts, other].map(({ request }) => request.url)).toEqual([
      'http://127.0.0.1:7411/relay/2015-03-31/functions/f',
      'https://sts.us-west-2.amazonaws.com/2015-03-31/functions/f',
      'https://example.com/base/2015-03-31/functions/f',
    ]);
  });

  test('can be sent unsigned', async () => {
    const { request } = await call({ ...get, unsigned: true, headers: { 'X-Amz-Target': 'T.X' } });
    expect(request.headers).toMatchObject({ 'x-amz-target': 'T.X' });
    expect(request.headers).not.toHaveProperty('authorization');
  });

  test('gives status, headers, body and request id', async () => {
    const { result } = await call(
      get,
      {},
      { status: 200, headers: { 'x-amzn-requestid': 'id-1' }, body: '{"a":1}' },
    );
    expect(result).toMatchObject({
      ok: true,
      statusCode: 200,
      requestId: 'id-1',
      attempts: [{ number: 1, statusCode: 200 }],
    });
    if (result.ok) expect(textOf(result.body)).toBe('{"a":1}');
  });
});

describe('what is sent again', () => {
  const network: Step = { throw: new TypeError('Failed to fetch') };
  test.each([
    ['a read after a network error', get, network, 3],
    ['a read after a 503', get, { status: 503 }, 3],
    ['a read after throttling', get, { status: 400, errortype: 'ThrottlingException' }, 3],
    ['a read after a refusal', get, { status: 403, errortype: 'AccessDeniedException' }, 1],
    ['a POST that reads', { ...get, method: 'POST', readOnly: true }, network, 3],
    ['a POST that may change something', { ...get, method: 'POST' }, network, 1],
    ['a GET that says it changes something', { ...get, readOnly: false }, network, 1],
  ] as [string, ServiceCall, Step, number][])('%s', async (...[, operation, step, sends]) => {
    const { result, sent } = await call(operation, {}, step);
    expect(sent).toHaveLength(sends);
    const isRead = operation.readOnly ?? operation.method === 'GET';
    expect(result).toMatchObject({
      ok: false,
      error: { mayHaveRun: isRead || step !== network ? 'no' : 'unknown' },
    });
  });
});

describe('is refused before it is sent', () => {
  test.each([
    ['a path without a slash', { path: 'x' }, 'path'],
    ['a path that climbs', { path: '/2015-03-31/../x' }, 'path'],
    ['a path that climbs encoded', { path: '/2015-03-31/%2e%2e/x' }, 'path'],
    ['a path with raw spaces', { path: '/a b' }, 'path'],
    ['a path with a query', { path: '/a?b' }, undefined],
    ['an endpoint that is none', { endpoint: 'ftp://x' }, 'endpoint'],
    ['a header outside ASCII', { headers: { 'x-a': 'é' } }, 'x-a'],
  ] as [string, Partial<ServiceCall>, string | undefined][])('%s', async (_, change, field) => {
    const { fetch, sent } = playing();
    const result = await createInvokeClient(configured({ fetch })).call({ ...get, ...change });
    if (field === undefined) return expect(result.ok).toBe(true);
    expect(result).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'invalid-input', problems: [{ field }] },
    });
    expect(sent).toEqual([]);
  });
});

test('names its operation in the log', async () => {
  const events: CoreLogEvent[] = [];
  await call(get, { logger: (event) => events.push(event) }, { throw: new TypeError('Failed to fetch') });
  expect(new Set(events.map(({ operation }) => operation))).toEqual(new Set(['GetFunction']));
  expect(events.map(({ type }) => type)).toEqual([
    'request',
    'retry',
    'request',
    'retry',
    'request',
    'failure',
  ]);
});

async function call(operation: ServiceCall, config: Partial<InvokeClientConfig> = {}, step?: Step) {
  const { fetch, sent } = playing(...(step ? [step] : []));
  const result = await createInvokeClient(configured({ fetch, ...config })).call(operation);
  return { result, sent, request: sent[0] as Sent };
}

test('a fetch that answers or throws at once, without a promise, is read as any other', async () => {
  const { signal } = new AbortController();
  const invokeBy = (fetch: unknown, options?: CallOptions) =>
    createInvokeClient(configured({ fetch: fetch as FetchPort })).invoke({ functionName: 'f' }, options);
  const answer = () => new Response('{}');
  expect((await invokeBy(answer)).ok).toBe(true);
  expect((await invokeBy(answer, { signal })).ok).toBe(true);
  const fail = () => {
    throw new TypeError('Failed to fetch');
  };
  expect(await invokeBy(fail)).toMatchObject({ error: { kind: 'network', mayHaveRun: 'unknown' } });
  expect(await invokeBy(fail, { signal })).toMatchObject({
    error: { kind: 'network', mayHaveRun: 'unknown' },
  });
});

test('a fetch that is given has a signal, one of its own for each call that nobody can end', async () => {
  const { fetch, sent } = playing();
  const client = createInvokeClient(configured({ fetch }));
  await client.invoke({ functionName: 'f' });
  await client.invoke({ functionName: 'f' });
  expect(sent.map(({ signal }) => [signal instanceof AbortSignal, signal.aborted])).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(sent[0]?.signal).not.toBe(sent[1]?.signal);
});
