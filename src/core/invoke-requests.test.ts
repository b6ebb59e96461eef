import { describe, expect, test } from 'vitest';
import type { InvokeClient, InvokeClientConfig } from './client-types.ts';
import { createInvokeClient } from './client.ts';
import {
  requestVectors,
  toInvokeInput,
  toServiceCall,
  type RequestVector,
} from './request-vectors.fixture.ts';
import { configured, playing, type Sent } from './sending.fixture.ts';
import { verifySignature } from './verify-signature.fixture.ts';

const sendable = requestVectors.filter((vector) => vector.expectedMinimalHeaders && !vector.script);
const refused = requestVectors.filter((vector) => vector.expected.error);
const scripted = requestVectors.filter((vector) => vector.script);

test('every case of the file is run here', () => {
  expect(sendable.length + refused.length + scripted.length).toBe(requestVectors.length);
});

describe('with minimal headers', () => {
  test.each(sendable)('$name', async (vector) => {
    const sent = await send(vector, { requestHeaders: 'minimal' });
    const { host: _, ...headers } = vector.expectedMinimalHeaders ?? {};
    expect(sent.method).toBe(vector.expected.method);
    expect(sent.url).toBe(vector.expected.url);
    expect(sent.headers).toEqual(headers);
    expect(sent.body.byteLength).toBe(vector.expected.bodyLength);
    expect(await hashOf(sent.body)).toBe(vector.expected.bodySha256);
  });
});

describe('with the headers of the SDKs', () => {
  test.each(sendable)('$name', async (vector) => {
    const { userAgent, credentials } = vector.config;
    const sent = await send(vector, { requestHeaders: 'sdk', ...(userAgent ? { userAgent } : {}) });
    expect(await verifySignature(sent, credentials)).toBe('valid');
    const { host: _, 'content-length': __, authorization: ___, ...headers } = vector.expected.headers;
    expect(sent.headers).toMatchObject(headers);
  });
});

describe('refused before anything is sent', () => {
  test.each(refused)('$name', async (vector) => {
    const { fetch, sent } = playing();
    const result = await clientFor(vector, { fetch }).invoke(toInvokeInput(vector));
    expect(result).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'invalid-input', mayHaveRun: 'no' },
    });
    expect(sent).toEqual([]);
  });
});

describe('sent again', () => {
  test.each(scripted)('$name', async (vector) => {
    const { fetch, sent } = playing(...(vector.script ?? []));
    const result = await clientFor(vector, { fetch }).invoke(toInvokeInput(vector));
    expect(result.ok).toBe(true);
    expect(sent.map((request) => request.headers['x-amz-date'])).toEqual(
      vector.attempts?.map((request) => request.headers['x-amz-date']),
    );
    expect(sent.map((request) => request.headers['amz-sdk-request'])).toEqual(
      vector.attempts?.map((request) => request.headers['amz-sdk-request']),
    );
    for (const request of sent)
      expect(await verifySignature(request, vector.config.credentials)).toBe('valid');
  });
});

async function send(vector: RequestVector, change: Partial<InvokeClientConfig>): Promise<Sent> {
  const { fetch, sent } = playing();
  await run(
    clientFor(vector, { fetch, retry: { mode: 'safe', maxAttempts: vector.config.maxAttempts }, ...change }),
    vector,
  );
  expect(sent).toHaveLength(1);
  return sent[0] as Sent;
}

async function run(client: InvokeClient, vector: RequestVector): Promise<void> {
  if (vector.operation === 'Invoke') {
    await client.invoke(toInvokeInput(vector));
  } else if (vector.operation === 'InvokeWithResponseStream') {
    for await (const event of client.invokeWithResponseStream(toInvokeInput(vector)))
      expect(event.type).toBeDefined();
  } else {
    await client.call(toServiceCall(vector));
  }
}

function clientFor({ config, date }: RequestVector, change: Partial<InvokeClientConfig>): InvokeClient {
  const { region, credentials, endpoint, useFipsEndpoint, useDualstackEndpoint, invocationId } = config;
  return createInvokeClient(
    configured({
      region,
      credentials,
      now: () => new Date(date),
      randomUUID: () => invocationId,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(useFipsEndpoint === undefined ? {} : { useFipsEndpoint }),
      ...(useDualstackEndpoint === undefined ? {} : { useDualstackEndpoint }),
      ...change,
    }),
  );
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
