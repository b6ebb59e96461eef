import { Sha256 } from '@aws-crypto/sha256-browser';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CoreLogEvent } from './client-types.ts';
import { resolveEndpoint } from './endpoint.ts';
import { invoke, signedHeaders } from './middleware.fixture.ts';
import { configured, exampleKeys, exampleSession, playing } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

/** Each step of the middleware stack that the AWS SDK for Go runs for Invoke, and what it is here. */
describe('the middleware of the seed, before the send', () => {
  test('middleware: serializeOpInvoke puts members into path, query and headers and leaves the payload alone', async () => {
    const payload = '\ufeff{ "a" : 1.0,\r\n\t"a": 12345678901234567890 }\n';
    const { request } = await invoke({
      functionName: 'f:PROD',
      qualifier: 'PROD',
      invocationType: 'Event',
      logType: 'Tail',
      clientContext: 'e30=',
      payload,
    });
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://lambda.us-west-2.amazonaws.com/2015-03-31/functions/f%3APROD/invocations?Qualifier=PROD',
      headers: {
        'content-type': 'application/octet-stream',
        'x-amz-invocation-type': 'Event',
        'x-amz-log-type': 'Tail',
        'x-amz-client-context': 'e30=',
      },
    });
    expect(request.body).toEqual(new TextEncoder().encode(payload));
  });

  test('middleware: AddClientRequestIDMiddleware gives one id to all attempts of a call, signed', async () => {
    const { fetch, sent } = playing({ status: 429 }, { status: 200 });
    const { randomUUID: _, ...config } = configured({ fetch });
    await createInvokeClient(config).invoke({ functionName: 'f' });
    await createInvokeClient(config).invoke({ functionName: 'f' });
    const ids = sent.map(({ headers }) => headers['amz-sdk-invocation-id'] ?? '');
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    for (const request of sent) expect(signedHeaders(request)).toContain('amz-sdk-invocation-id');
  });

  test('middleware: ComputeContentLength leaves the length to the browser, which forbids to set it', async () => {
    const { request } = await invoke({ functionName: 'f', payload: '{}' });
    expect(request.headers).not.toHaveProperty('content-length');
    expect(signedHeaders(request)).not.toContain('content-length');
    expect(request.body.byteLength).toBe(2);
  });

  test('middleware: ResolveEndpoint follows the rules of the model, and a custom endpoint as it is given', async () => {
    expect(resolveEndpoint({ region: 'eu-central-1', useDualstackEndpoint: true })).toEqual({
      ok: true,
      url: 'https://lambda.eu-central-1.api.aws',
    });
    const { request } = await invoke({ functionName: 'f' }, undefined, {
      endpoint: 'http://localhost:4566/base/',
    });
    expect(request.url).toBe('http://localhost:4566/base/2015-03-31/functions/f/invocations');
    expect(await verifySignature(request, exampleKeys)).toBe('valid');
  });

  test('middleware: ComputePayloadSHA256 signs the hash of the body, computed once for all attempts', async () => {
    const { fetch, sent } = playing({ status: 429 }, { status: 429 }, { status: 200 });
    const hashed: number[] = [];
    class Counting extends Sha256 {
      override update(data: string | ArrayBuffer | ArrayBufferView): void {
        if (typeof data !== 'string') hashed.push(data.byteLength);
        super.update(data);
      }
    }
    const payload = new Uint8Array(123_456).fill(7);
    await createInvokeClient(configured({ fetch, sha256: Counting })).invoke({ functionName: 'f', payload });
    expect(sent).toHaveLength(3);
    expect(hashed.filter((length) => length === payload.length)).toHaveLength(1);
    expect(new Set(sent.map(({ headers }) => headers['x-amz-content-sha256'])).size).toBe(1);
    expect(sent[2]?.body).toBe(payload);
  });

  test('middleware: HTTPSignerV4 signs, and sends as it is without credentials', async () => {
    const { request } = await invoke({ functionName: 'f' }, undefined, { credentials: exampleSession });
    expect(await verifySignature(request, exampleSession)).toBe('valid');
    expect(signedHeaders(request)).toContain('x-amz-security-token');
    const { credentials: _, ...anonymous } = configured();
    const { fetch, sent } = playing();
    const result = await createInvokeClient({ ...anonymous, fetch }).invoke({ functionName: 'f' });
    expect(result.ok).toBe(true);
    expect(
      Object.keys(sent[0]?.headers ?? {}).filter(
        (name) => name === 'authorization' || name.startsWith('x-amz-'),
      ),
    ).toEqual(['x-amz-user-agent']);
  });

  test('middleware: ClientUserAgent goes into x-amz-user-agent, as a page cannot set User-Agent', async () => {
    const { request } = await invoke({ functionName: 'f' });
    expect(request.headers['x-amz-user-agent']).toMatch(/^invoke-console\/\d+\.\d+\.\d+ /);
    expect(request.headers).not.toHaveProperty('user-agent');
    const { request: own } = await invoke({ functionName: 'f' }, undefined, { userAgent: 'mine/1' });
    expect(own.headers['x-amz-user-agent']).toBe('mine/1');
  });

  test('middleware: opInvokeValidation names every problem at once, each with its field', async () => {
    const { fetch, sent } = playing();
    const input = {
      functionName: '..',
      qualifier: 'a b',
      clientContext: 'a'.repeat(3584),
      tenantId: 'é',
      payload: new Uint8Array(6_291_457),
    };
    const result = await createInvokeClient(configured({ fetch })).invoke(input);
    expect(result).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'invalid-input', mayHaveRun: 'no' },
    });
    const fields = result.ok ? [] : result.error.problems?.map(({ field }) => field);
    expect(fields?.toSorted()).toEqual(['clientContext', 'functionName', 'payload', 'qualifier', 'tenantId']);
    expect(sent).toEqual([]);
  });

  test('middleware: RegisterServiceMetadata signs for lambda in the region, and names the operation in the log', async () => {
    const events: CoreLogEvent[] = [];
    const { request } = await invoke(
      { functionName: 'f' },
      { throw: new TypeError('Failed to fetch') },
      { logger: (event) => events.push(event) },
    );
    expect(request.headers['authorization']).toContain('/20261122/us-west-2/lambda/aws4_request');
    expect(events.map(({ type, operation }) => [type, operation])).toEqual([
      ['request', 'Invoke'],
      ['failure', 'Invoke'],
    ]);
  });

  test('middleware: RecursionDetection sends a given trace id and never signs it', async () => {
    const traceId = 'Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1';
    const { request } = await invoke({ functionName: 'f', traceId });
    expect(request.headers['x-amzn-trace-id']).toBe(traceId);
    expect(signedHeaders(request)).not.toContain('x-amzn-trace-id');
  });
});
