import { describe, expect, test } from 'vitest';
import { type GateRequest, passGate } from './browser-gate.ts';
import type { CorsMode } from './cors.ts';

const allowed = 'http://127.0.0.1:7411';

function judge(headers: Record<string, string>, more: Partial<GateRequest & { corsMode: CorsMode }> = {}) {
  const { corsMode = 'aws', ...request } = more;
  const verdict = passGate(
    { method: 'POST', hosts: ['127.0.0.1:7412'], headers: new Map(Object.entries(headers)), ...request },
    { port: 7412, corsMode, allowedOrigins: () => [allowed] },
  );
  return verdict.kind === 'pass'
    ? { status: 'pass', headers: verdict.corsHeaders }
    : { status: verdict.response.status, headers: verdict.response.headers };
}

describe('passGate', () => {
  test.each(['127.0.0.1:7412', 'localhost:7412', 'LOCALHOST:7412', '[::1]:7412'])(
    'knows itself as %s',
    (host) => {
      expect(judge({}, { hosts: [host] }).status).toBe('pass');
    },
  );

  test.each([
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.:7412',
    'localhost.evil.example:7412',
    '127.0.0.1.nip.io:7412',
    'evil.example:7412',
    '0.0.0.0:7412',
    '[::ffff:127.0.0.1]:7412',
    '',
  ])('is not %s', (host) => {
    expect(judge({}, { hosts: [host] }).status).toBe(421);
  });

  test('lets programs in, which send no Origin and no Sec-Fetch-Site', () => {
    expect(judge({})).toEqual({ status: 'pass', headers: {} });
  });

  test.each([
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    [{ origin: 'null' }],
    [{ origin: `${allowed}.evil.example` }],
    [{ origin: allowed.toUpperCase() }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('refuses %o without a CORS header', (headers) => {
    const verdict = judge(headers);
    expect(verdict.status).toBe(403);
    expect(Object.keys(verdict.headers)).toEqual(['content-type']);
  });

  test('answers a preflight of an allowed origin as AWS does', () => {
    const headers = {
      origin: allowed,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-amz-date',
    };
    expect(judge(headers, { method: 'OPTIONS' })).toEqual({
      status: 200,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization,x-amz-date',
        'access-control-allow-methods': 'POST',
        'access-control-max-age': '172800',
        'access-control-expose-headers':
          'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,x-amz-log-result,x-amz-function-error',
      },
    });
  });

  test('exposes everything in the mode open', () => {
    expect(judge({ origin: allowed }, { corsMode: 'open' }).headers).toMatchObject({
      'access-control-expose-headers': '*',
    });
  });

  test('hides the answer in the mode none, and refuses the preflight', () => {
    expect(judge({ origin: allowed }, { corsMode: 'none' })).toEqual({ status: 'pass', headers: {} });
    expect(judge({ origin: allowed }, { corsMode: 'none', method: 'OPTIONS' }).status).toBe(403);
  });

  test('allows no client context and no invocation type in the mode localstack', () => {
    const { headers } = judge({ origin: allowed }, { corsMode: 'localstack', method: 'OPTIONS' });
    const list = headers['access-control-allow-headers']?.split(',');
    expect(list).toContain('x-amz-log-type');
    expect(list).not.toContain('x-amz-invocation-type');
    expect(headers['access-control-expose-headers']).toContain('x-amz-executed-version');
    expect(headers['access-control-allow-origin']).toBe(allowed);
  });

  test('refuses other origins in every mode', () => {
    for (const corsMode of ['aws', 'open', 'none', 'localstack'] as const) {
      expect(judge({ origin: 'https://evil.example' }, { corsMode }).status).toBe(403);
    }
  });
});
