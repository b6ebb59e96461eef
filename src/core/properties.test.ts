import { AwsV4Signer } from 'aws4fetch';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CredentialSource, InvokeClientConfig } from './client-types.ts';
import { encodeClientContext } from './client-context.ts';
import { bytesOf, configured, noon, playing, textOf, type Sent } from './sending.fixture.ts';
import type { InvokeInput } from './types.ts';
import { verifySignature } from './verify-signature.fixture.ts';

/** Each run signs and verifies thrice; a busy machine takes its time. */
const patience = { timeout: 60_000 };

/** ASCII as a header carries it; what lies around the value is trimmed on the wire. */
const headerText = (maxLength: number) =>
  fc.stringMatching(/^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/).filter((text) => text.length <= maxLength);
const unicodeText = fc.string({ unit: 'binary', maxLength: 400 });
const anyBytes = fc.uint8Array({ maxLength: 400 });
const keys = fc.record({
  accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
  secretAccessKey: fc.stringMatching(/^[A-Za-z0-9/+]{40}$/),
  sessionToken: fc.option(fc.stringMatching(/^[A-Za-z0-9/+=]{1,120}$/), { nil: undefined }),
});
const functionName = fc.constantFrom(
  'f',
  'f:PROD',
  'f:$LATEST',
  '123456789012:function:f',
  'arn:aws:lambda:us-west-2:123456789012:function:f:v1',
);
const endpoint = fc.constantFrom(
  'http://127.0.0.1:4566',
  'http://[::1]:9/a%20b',
  'https://proxy.example:8443/base/',
  'https://lambda.us-west-2.amazonaws.com',
);
const input = fc.record(
  {
    functionName,
    qualifier: fc.stringMatching(/^[a-zA-Z0-9$_-]{0,128}$/),
    payload: fc.oneof(unicodeText, anyBytes, fc.json()),
    invocationType: fc.constantFrom('RequestResponse', 'Event', 'DryRun'),
    logType: fc.constantFrom('None', 'Tail'),
    clientContext: headerText(200),
    tenantId: headerText(256),
    durableExecutionName: headerText(64),
    traceId: headerText(200),
  },
  { requiredKeys: ['functionName'] },
);

describe('whatever is given is what the server gets, and the signature is good', () => {
  test('of any payload, in any header that is legal, for any keys and endpoint', patience, async () => {
    await fc.assert(
      fc.asyncProperty(input, keys, endpoint, async (given, { sessionToken, ...pair }, url) => {
        const credentials = sessionToken === undefined ? pair : { ...pair, sessionToken };
        const sent = await send(given, { credentials, endpoint: url });
        expect(await verifySignature(sent, credentials)).toBe('valid');
        expect(await signatureByAws4fetch(sent, credentials)).toBe(sent.headers['authorization']);
        expectMembers(sent, given);
      }),
      { numRuns: 100 },
    );
  });

  test('text is sent as its UTF-8 bytes, whichever it is', patience, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (payload) => {
        const sent = await send({ functionName: 'f', payload });
        expect(textOf(sent.body)).toBe(payload);
      }),
    );
  });

  test('bytes are sent as they are, without a copy', patience, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async (payload) => {
        const sent = await send({ functionName: 'f', payload });
        expect(sent.body).toBe(payload);
      }),
    );
  });
});

describe('what cannot be sent unchanged is refused', () => {
  test('a header value outside ASCII or with control characters', patience, async () => {
    const bad = fc.string({ unit: 'binary' }).filter((text) => /[^\t\x20-\x7e]/.test(text));
    const member = fc.constantFrom('tenantId', 'durableExecutionName', 'traceId', 'clientContext');
    await fc.assert(
      fc.asyncProperty(member, bad, async (field, value) => {
        const { fetch, sent } = playing();
        const result = await createInvokeClient(configured({ fetch })).invoke({
          functionName: 'f',
          [field]: value,
        });
        expect(result).toMatchObject({ ok: false, error: { kind: 'invalid-input', problems: [{ field }] } });
        expect(sent).toEqual([]);
      }),
    );
  });

  test.each(['\ud800', 'a\udc00b', '{"s":"\ud83d"}', '\ude00\ud83d'])(
    'a text with half a surrogate pair: %j',
    async (payload) => {
      const { fetch, sent } = playing();
      const result = await createInvokeClient(configured({ fetch })).invoke({ functionName: 'f', payload });
      expect(result).toMatchObject({ ok: false, error: { problems: [{ field: 'payload' }] } });
      expect(sent).toEqual([]);
    },
  );
});

test('encodeClientContext gives the base64 of the UTF-8 bytes of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (json) => {
      expect(textOf(bytesOf(encodeClientContext(json)))).toBe(json);
    }),
  );
});

async function send(given: InvokeInput, config: Partial<InvokeClientConfig> = {}): Promise<Sent> {
  const { fetch, sent } = playing();
  const result = await createInvokeClient(configured({ fetch, ...config })).invoke(given);
  expect(result.ok, JSON.stringify(result)).toBe(true);
  expect(sent).toHaveLength(1);
  return sent[0] as Sent;
}

function expectMembers({ url, headers, body }: Sent, given: InvokeInput): void {
  const { payload = '', qualifier } = given;
  expect(body).toEqual(typeof payload === 'string' ? new TextEncoder().encode(payload) : payload);
  expect(new URL(url).searchParams.get('Qualifier')).toBe(qualifier ?? null);
  expect(decodeURIComponent(new URL(url).pathname)).toContain(`/functions/${given.functionName}/invocations`);
  expect(headers['x-amz-invocation-type']).toBe(given.invocationType);
  expect(headers['x-amz-log-type']).toBe(given.logType);
  expect(headers['x-amz-client-context']).toBe(given.clientContext);
  expect(headers['x-amz-tenant-id']).toBe(given.tenantId);
  expect(headers['x-amz-durable-execution-name']).toBe(given.durableExecutionName);
  expect(headers['x-amzn-trace-id']).toBe(given.traceId);
}

/** The same request through another implementation. */
async function signatureByAws4fetch(
  { url, method, headers, body }: Sent,
  credentials: CredentialSource & { secretAccessKey: string },
) {
  const { authorization: _, 'x-amz-security-token': __, 'x-amzn-trace-id': ___, ...rest } = headers;
  const signer = new AwsV4Signer({
    url,
    method,
    headers: rest,
    body: Uint8Array.from(body),
    service: 'lambda',
    region: 'us-west-2',
    datetime: noon.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { sessionToken: credentials.sessionToken }),
  });
  const signed = await signer.sign();
  return new Headers(signed.headers).get('authorization');
}
