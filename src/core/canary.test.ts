import { Sha256 } from '@aws-crypto/sha256-browser';
import { describe, expect, test } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CoreLogEvent, InvokeClientConfig } from './client-types.ts';
import { getCredentialsForIdentity } from './identity-reads.ts';
import { configured, openAnswer, playing, type Sent, type Step } from './sending.fixture.ts';

/** Secrets that can be recognised wherever they turn up. */
const secretAccessKey = 'CanarySecret/0123456789+abcdefghijklmnop';
const sessionToken = 'CanaryToken+0123456789/with==padding';
const loginToken = 'CanaryLogin.eyJhbGciOiJub25lIn0.x';
const credentials = { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey, sessionToken };

/** What a server knows, or an error of fetch may hold. */
const quoteRequest = ({ headers, url }: Sent) =>
  `${url} ${JSON.stringify(headers)} ${encodeURIComponent(headers['x-amz-security-token'] ?? '')}`;

class RequestError extends TypeError {
  readonly request: Sent;
  constructor(request: Sent) {
    super(`Failed to fetch ${quoteRequest(request)}`);
    this.request = request;
  }
}

class TellingSha256 extends Sha256 {
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    super(secret);
    if (typeof secret === 'string') throw new Error(`cannot hash with ${secret}`);
  }
}

const faults: Record<string, { step?: Step; config?: Partial<InvokeClientConfig> }> = {
  'a success': {},
  'a fetch that throws the request it was given': {
    step: (request) => {
      throw new RequestError(request);
    },
  },
  'a fetch whose cause quotes the request': {
    step: (request) => {
      throw new TypeError('fetch failed', { cause: new Error(quoteRequest(request)) });
    },
  },
  'a fetch that throws its request as an object': {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a fetch port may reject with anything
    step: (request) => Promise.reject({ name: 'x', message: quoteRequest(request), request }),
  },
  'a refusal that quotes the canonical request': {
    step: (request) =>
      new Response(JSON.stringify({ message: quoteRequest(request), Reason: quoteRequest(request) }), {
        status: 403,
        headers: {
          'x-amzn-errortype': 'InvalidSignatureException',
          'x-echo': request.headers['x-amz-security-token'] ?? '',
        },
      }),
  },
  'a captive portal that quotes the request': {
    step: (request) =>
      new Response(`<html>${quoteRequest(request)}</html>`, {
        status: 200,
        headers: { 'content-type': 'text/html' },
      }),
  },
  'an answer that breaks off': {
    step: (request) => {
      const answer = openAnswer(500, { 'x-echo': request.headers['authorization'] ?? '' });
      answer.push(quoteRequest(request));
      answer.breakOff();
      return answer.response;
    },
  },
  'a hash that throws its key': { config: { sha256: TellingSha256 } },
  'a provider that quotes its secret': {
    config: {
      credentials: async () => {
        throw new Error(`expired: ${secretAccessKey} and ${sessionToken}`);
      },
    },
  },
  'a provider that gives a broken token': {
    config: { credentials: async () => ({ ...credentials, sessionToken: `${sessionToken}\n` }) },
  },
  'a throttled call that is given up': { step: { status: 429, errortype: 'TooManyRequestsException' } },
};

describe('no output shows a secret', () => {
  test.each(Object.entries(faults))('%s', async (_, { step, config }) => {
    const { fetch, sent } = playing(...(step ? [step] : []));
    const outputs: unknown[] = [];
    const logger = (event: CoreLogEvent) => outputs.push(event);
    const client = createInvokeClient(configured({ fetch, credentials, logger, ...config }));
    const observers = {
      onProgress: (progress: unknown) => outputs.push(progress),
      onAttempt: (attempt: unknown) => outputs.push(attempt),
      onResponse: (head: unknown) => outputs.push(head),
    };
    outputs.push(client, await client.invoke({ functionName: 'f', payload: '{}' }, observers));
    for await (const event of client.invokeWithResponseStream({ functionName: 'f' }, observers))
      outputs.push(event);
    const operation = { operation: 'GetFunction', method: 'GET', path: '/2015-03-31/functions/f' } as const;
    outputs.push(await client.call(operation, observers));
    const prepared = await client.prepare({ functionName: 'f' });
    if (!prepared.ok) outputs.push(prepared);
    expectNoSecret(outputs, sent);
  });

  test('a login token in the body of an unsigned call', async () => {
    const outputs: unknown[] = [];
    const { fetch, sent } = playing(
      (request) =>
        new Response(
          JSON.stringify({
            __type: 'NotAuthorizedException',
            message: `bad ${loginToken}`,
            quoted: quoteRequest(request),
          }),
          { status: 400 },
        ),
    );
    const client = createInvokeClient(
      configured({ fetch, credentials, logger: (event) => outputs.push(event) }),
    );
    const logins = { 'accounts.example': loginToken };
    outputs.push(await getCredentialsForIdentity(client, { identityId: 'us-west-2:1', logins }));
    expect(sent).toHaveLength(1);
    expectNoSecret(outputs, sent);
  });
});

test('of a key id that a refusal quotes its kind is shown, and the id of a dummy is left as a word', async () => {
  const step = {
    status: 403,
    errortype: 'InvalidSignatureException',
    body: '{"message":"ASIAIOSFODNN7EXAMPLE: a test"}',
  };
  const messageWith = async (accessKeyId: string) => {
    const { fetch } = playing(step);
    const client = createInvokeClient(configured({ fetch, credentials: { ...credentials, accessKeyId } }));
    const result = await client.invoke({ functionName: 'f' });
    return result.ok ? '' : result.error.message;
  };
  expect(await messageWith('ASIAIOSFODNN7EXAMPLE')).toBe('ASIA…: a test');
  expect(await messageWith('test')).toBe('ASIAIOSFODNN7EXAMPLE: a test');
});

test('the secret key itself reaches neither fetch nor an inspector', async () => {
  const { fetch, sent } = playing();
  const seen: unknown[] = [];
  const client = createInvokeClient(configured({ fetch, credentials }));
  await client.invoke({ functionName: 'f' }, { onRequest: (request) => seen.push(request) });
  seen.push(await client.prepare({ functionName: 'f' }));
  expect(
    textOfAll([...sent.map(({ url, headers, body }) => [url, headers, body]), ...seen]).includes(
      secretAccessKey,
    ),
  ).toBe(false);
});

function expectNoSecret(outputs: unknown[], sent: Sent[]): void {
  const text = textOfAll(outputs);
  const signatures = sent.map(
    ({ headers }) => /Signature=([0-9a-f]{64})/.exec(headers['authorization'] ?? '')?.[1] ?? '',
  );
  const secrets = [secretAccessKey, sessionToken, loginToken, ...signatures].filter(
    (secret) => secret !== '',
  );
  const spellings = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    btoa(secret).slice(0, 20),
  ]);
  const shown = spellings.filter((spelling) => text.includes(spelling));
  expect(
    shown.map((spelling) => text.slice(text.indexOf(spelling) - 60, text.indexOf(spelling) + 60)),
  ).toEqual([]);
}

/** Everything that printing, serialising or walking a value can show, its hidden members and bytes included. */
function textOfAll(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  const own = Reflect.ownKeys(value).map(
    (key) => `${String(key)} ${textOfAll(Reflect.get(value, key), seen)}`,
  );
  return [String(value), JSON.stringify(value), ...own].join('\n');
}
