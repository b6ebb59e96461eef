import { describe, expect, test } from 'vitest';
import vectors from '../../../tests/vectors/sigv4-lambda.json' with { type: 'json' };
import { ApiError } from '../api/api-error.ts';
import { canonicalRequest } from './canonical-request.ts';
import type { SigningKeys } from '../sts/key-ring.ts';
import type { ApiRequest } from './messages.ts';
import { type SignatureRules, verifySignature } from './verify-signature.ts';

type Vector = (typeof vectors.cases)[number];

/** The request of a vector as it would arrive, with its expected signature. */
function arrived(
  vector: Vector,
  change: { headers?: Record<string, string>; body?: string; path?: string } = {},
): ApiRequest {
  const { request, credentials, expected } = vector;
  const token = 'sessionToken' in credentials ? String(credentials.sessionToken) : undefined;
  const headers = new Map<string, string>([
    ...request.headers.map(([name = '', value = '']): [string, string] => [name.toLowerCase(), value]),
    ['x-amz-date', dateOf(vector)],
    ...(token === undefined ? [] : [['x-amz-security-token', token] as [string, string]]),
    ['authorization', expected.header.authorization],
    ...Object.entries(change.headers ?? {}),
  ]);
  const body = change.body === undefined ? bodyOf(vector) : Buffer.from(change.body);
  return {
    method: request.method,
    path: change.path ?? request.path,
    query: request.rawQuery ?? '',
    headers,
    body,
  };
}

function bodyOf({ request }: Vector): Buffer {
  // {"p":"x*1048576"}: that many letters.
  const [, head = '', char = '', count, tail = ''] =
    /^(.*")(.)\*(\d+)(".*)$/.exec(request.bodyGenerator ?? '') ?? [];
  if (count !== undefined) return Buffer.from(head + char.repeat(Number(count)) + tail);
  return Buffer.from(request.bodyBase64 ?? '', 'base64');
}

function dateOf({ timestamp }: Vector): string {
  return timestamp.replaceAll(/[-:]/g, '');
}

function rulesOf(vector: Vector, minutesLater = 0): SignatureRules {
  const now = new Date(Date.parse(vector.timestamp) + minutesLater * 60_000);
  return { region: vector.region, service: 'lambda', find: findIn(vector.credentials), now: () => now };
}

function findIn(
  credentials: Pick<SigningKeys, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration'>,
): SignatureRules['find'] {
  const caller = { kind: 'user', arn: 'arn', userId: 'id' } as const;
  return (id) => (id === credentials.accessKeyId ? { ...credentials, caller } : undefined);
}

function refusalOf(
  request: ApiRequest,
  rules: SignatureRules,
): Pick<ApiError, 'code' | 'message'> | undefined {
  try {
    verifySignature(request, rules);
    return undefined;
  } catch (error) {
    return error instanceof ApiError ? { code: error.code, message: error.message } : undefined;
  }
}

const plain = vectors.cases.find(({ name }) => name === 'lambda-name-plain') as Vector;

describe('verifySignature', () => {
  test.each(vectors.cases.map((vector) => [vector.name, vector] as const))('accepts %s', (_name, vector) => {
    const request = arrived(vector);
    const signedHeaders =
      /SignedHeaders=([^,]+)/.exec(vector.expected.header.authorization)?.[1]?.split(';') ?? [];
    expect(canonicalRequest(request, signedHeaders)).toBe(vector.expected.header.canonicalRequest);
    expect(refusalOf(request, rulesOf(vector))).toBeUndefined();
  });

  test.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    'refuses %s with another body',
    (_name, vector) => {
      const refusal = refusalOf(arrived(vector, { body: '{"changed":true}' }), rulesOf(vector));
      expect(refusal?.code).toBe('InvalidSignatureException');
    },
  );

  test('shows what it has hashed when the signature is another one, as AWS does', () => {
    const rules = rulesOf(plain);
    const wrongSecret = { ...rules, find: findIn({ ...plain.credentials, secretAccessKey: 'another' }) };
    const message = refusalOf(arrived(plain), wrongSecret)?.message ?? '';
    expect(message).toMatch(
      /^The request signature we calculated does not match the signature you provided\./,
    );
    expect(message).toContain(plain.expected.header.canonicalRequest);
    expect(message).toContain(plain.expected.header.stringToSign);
  });

  test.each([
    ['a changed path', { path: '/2015-03-31/functions/other/invocations' }],
    ['a changed signed header', { headers: { 'content-type': 'text/plain' } }],
  ])('refuses %s', (_name, change) => {
    expect(refusalOf(arrived(plain, change), rulesOf(plain))?.code).toBe('InvalidSignatureException');
  });

  test.each([-4.9, 4.9])('accepts a clock %d minutes away', (minutes) => {
    expect(refusalOf(arrived(plain), rulesOf(plain, minutes))).toBeUndefined();
  });

  test('refuses keys from the moment on at which they end', () => {
    const signedAt = Date.parse(plain.timestamp);
    const ending = (ms: number): SignatureRules => ({
      ...rulesOf(plain),
      find: findIn({ ...plain.credentials, expiration: new Date(signedAt + ms) }),
    });
    expect(refusalOf(arrived(plain), ending(1))).toBeUndefined();
    expect(refusalOf(arrived(plain), ending(0))?.code).toBe('ExpiredTokenException');
  });

  test('names both times when the signature is expired, or not yet current', () => {
    expect(refusalOf(arrived(plain), rulesOf(plain, 6))?.message).toBe(
      `Signature expired: ${dateOf(plain)} is now earlier than ${later(plain, 1, 6)} - 5 min.)`,
    );
    expect(refusalOf(arrived(plain), rulesOf(plain, -6))?.message).toBe(
      `Signature not yet current: ${dateOf(plain)} is still later than ${later(plain, -1, -6)} + 5 min.)`,
    );
  });

  test.each([
    [{ authorization: '' }, 'MissingAuthenticationTokenException', /^Missing Authentication Token$/],
    [{ authorization: 'Bearer x' }, 'IncompleteSignatureException', /requires 'AWS4-HMAC-SHA256'/],
    [
      { authorization: 'AWS4-HMAC-SHA256 Credential=a/b' },
      'IncompleteSignatureException',
      /requires 'SignedHeaders' parameter\. .*'Signature' parameter\./,
    ],
    [{ 'x-amz-date': '' }, 'IncompleteSignatureException', /requires existence of either a 'X-Amz-Date'/],
    [{ 'x-amz-security-token': 'unknown' }, 'UnrecognizedClientException', /security token .* invalid/],
  ])('refuses headers %o', (headers, code, message) => {
    const refusal = refusalOf(arrived(plain, { headers }), rulesOf(plain));
    expect(refusal).toEqual({ code, message: expect.stringMatching(message) });
  });

  test.each([
    ['AKIDEXAMPLE', 'AKIDOTHER', 'UnrecognizedClientException'],
    ['/lambda/', '/s3/', 'InvalidSignatureException'],
    [`/${plain.region}/`, '/mars-north-1/', 'InvalidSignatureException'],
    ['20260102/', '20260103/', 'InvalidSignatureException'],
    ['host;', '', 'InvalidSignatureException'],
    ['/aws4_request', '', 'IncompleteSignatureException'],
  ])('refuses an Authorization with %s replaced by "%s"', (from, to, code) => {
    const authorization = plain.expected.header.authorization.replace(from, to);
    expect(authorization).not.toBe(plain.expected.header.authorization);
    expect(refusalOf(arrived(plain, { headers: { authorization } }), rulesOf(plain))?.code).toBe(code);
  });
});

/** `<signed + bound min> (<signed + now min>` in the basic format. */
function later(vector: Vector, boundMinutes: number, nowMinutes: number): string {
  const at = (minutes: number): string =>
    new Date(Date.parse(vector.timestamp) + minutes * 60_000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${at(boundMinutes)} (${at(nowMinutes)}`;
}
