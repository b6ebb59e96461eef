import { expect, test } from 'vitest';
import packageDocument from '../../package.json';
import * as door from './index.ts';
import { createInvokeClient, type ResponseHead } from './index.ts';
import { configured, deferred, exampleSession, playing } from './sending.fixture.ts';

test('the door opens to these names and no others', () => {
  expect(Object.keys(door).toSorted()).toEqual([
    'createInvokeClient',
    'decodeLogTail',
    'describeError',
    'eachPage',
    'encodeClientContext',
    'enterQueue',
    'getAccountSettings',
    'getCallerIdentity',
    'getCredentialsForIdentity',
    'getFunctionConfiguration',
    'getId',
    'importSigningKey',
    'listAliases',
    'listFunctions',
    'listVersionsByFunction',
    'parseFunctionError',
    'parseFunctionName',
    'parseLogReport',
    'resolveEndpoint',
  ]);
});

test('the user agent names this version', async () => {
  const { fetch, sent } = playing();
  await createInvokeClient(configured({ fetch })).invoke({ functionName: 'f' });
  expect(sent[0]?.headers['x-amz-user-agent']).toContain(`invoke-console/${packageDocument.version} `);
});

test('fetch gets a string, plain lower-case headers, and what keeps a request from following or storing anything', async () => {
  const calls: unknown[][] = [];
  const fetch = async (...given: unknown[]) => {
    calls.push(given);
    return new Response('{}');
  };
  const client = createInvokeClient(configured({ fetch, credentials: exampleSession }));
  await client.invoke({ functionName: 'f', payload: '{}' });
  await client.invoke({ functionName: 'f' });
  const [url, init] = calls[0] ?? [];
  expect(url).toBe('https://lambda.us-west-2.amazonaws.com/2015-03-31/functions/f/invocations');
  expect(init).toEqual({
    method: 'POST',
    headers: expect.any(Object),
    body: new TextEncoder().encode('{}'),
    signal: expect.any(AbortSignal),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  const names = Object.keys((init as { headers: object }).headers);
  expect(names).toEqual(names.map((name) => name.toLowerCase()));
  expect(calls[1]?.[1]).not.toHaveProperty('body');
});

test('observers that throw do not cost the outcome of a run', async () => {
  const fail = () => {
    throw new Error('observer');
  };
  const { fetch, sent } = playing({ status: 429 }, { status: 200 });
  const client = createInvokeClient(configured({ fetch, logger: fail }));
  const result = await client.invoke(
    { functionName: 'f' },
    { onProgress: fail, onAttempt: fail, onRequest: fail, onResponse: fail },
  );
  expect(result.ok).toBe(true);
  expect(sent).toHaveLength(2);
});

test('onRequest shows each request as it was signed and sent', async () => {
  const { fetch, sent } = playing({ status: 429 }, { status: 200 });
  const seen: unknown[] = [];
  await createInvokeClient(configured({ fetch })).invoke(
    { functionName: 'f', payload: '{}' },
    { onRequest: (request) => seen.push(request) },
  );
  expect(seen).toEqual(
    sent.map(({ method, url, headers, body }) => ({
      method,
      url,
      headers,
      body,
      canonicalRequest: expect.stringContaining(headers['amz-sdk-request'] ?? '?'),
      stringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n20261122T123456Z\n/),
      signedHeaders: expect.arrayContaining(['host', 'x-amz-date']),
    })),
  );
});

test('onResponse shows the head of each answer before its body has come, without the secrets it quotes', async () => {
  const body = new TransformStream<Uint8Array, Uint8Array>();
  const headers = { 'x-amzn-requestid': 'r2', 'x-quoted': `token ${exampleSession.sessionToken}` };
  const { fetch } = playing({ status: 429 }, () => new Response(body.readable, { status: 200, headers }));
  const heads: ResponseHead[] = [];
  const second = deferred<void>();
  const running = createInvokeClient(configured({ fetch, credentials: exampleSession })).invoke(
    { functionName: 'f' },
    {
      onResponse(head) {
        heads.push(head);
        if (head.attempt === 2) second.resolve(undefined);
      },
    },
  );
  await second.promise;
  expect(heads).toEqual([
    { attempt: 1, statusCode: 429, headers: expect.anything() },
    { attempt: 2, statusCode: 200, requestId: 'r2', headers: { ...headers, 'x-quoted': 'token ***' } },
  ]);
  await body.writable.close();
  expect((await running).ok).toBe(true);
});

test('a relay gets the request, the endpoint keeps the signature', async () => {
  const endpoint = 'https://lambda.example/base';
  const { fetch, sent } = playing();
  const direct = playing();
  const input = { functionName: 'f', qualifier: 'PROD', payload: '{}' };
  await createInvokeClient(
    configured({ fetch, endpoint, transportUrl: 'http://127.0.0.1:7411/relay/' }),
  ).invoke(input);
  await createInvokeClient(configured({ fetch: direct.fetch, endpoint })).invoke(input);
  expect(sent[0]?.url).toBe('http://127.0.0.1:7411/relay/2015-03-31/functions/f/invocations?Qualifier=PROD');
  expect(direct.sent[0]?.url).toBe(
    'https://lambda.example/base/2015-03-31/functions/f/invocations?Qualifier=PROD',
  );
  expect(sent[0]?.headers).toEqual(direct.sent[0]?.headers);
});

test('a configuration that cannot work is refused by every call, with all its problems', async () => {
  const { fetch, sent } = playing();
  const client = createInvokeClient(
    configured({
      fetch,
      region: '',
      transportUrl: '/relay',
      timeoutMs: 0,
      retry: { mode: 'safe', maxAttempts: 0 },
      userAgent: 'ä',
    }),
  );
  const result = await client.invoke({ functionName: '' });
  const fields = result.ok ? [] : result.error.problems?.map(({ field }) => field);
  expect(fields).toEqual(['region', 'transportUrl', 'timeoutMs', 'maxAttempts', 'userAgent', 'functionName']);
  expect(await client.prepare({ functionName: 'f' })).toMatchObject({
    ok: false,
    error: { kind: 'invalid-input' },
  });
  expect(await client.call({ operation: 'X', method: 'GET', path: '/' })).toMatchObject({ ok: false });
  expect(sent).toEqual([]);
});

test('prepare gives the first attempt as it would be sent, and sends nothing', async () => {
  const { fetch, sent } = playing();
  const client = createInvokeClient(configured({ fetch }));
  const prepared = await client.prepare({ functionName: 'f', payload: '{}' });
  expect(sent).toEqual([]);
  await client.invoke({ functionName: 'f', payload: '{}' });
  const [request] = sent;
  expect(prepared).toMatchObject({
    ok: true,
    request: { method: 'POST', url: request?.url, headers: request?.headers, body: request?.body },
  });
  const { credentials: _, ...anonymous } = configured({ fetch });
  expect(await createInvokeClient(anonymous).prepare({ functionName: 'f' })).toMatchObject({
    ok: true,
    request: { canonicalRequest: '', stringToSign: '', signedHeaders: [] },
  });
});
