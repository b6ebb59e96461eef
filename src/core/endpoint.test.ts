import { describe, expect, inject, test } from 'vitest';
import extra from '../../tests/vectors/endpoint-extra.json';
import hostile from '../../tests/vectors/hostile.json';
import { createInvokeClient } from './client.ts';
import { resolveEndpoint, type EndpointConfig } from './endpoint.ts';
import { configured, playing } from './sending.fixture.ts';

interface EndpointCase {
  documentation: string;
  params?: { Region?: string; UseFIPS?: boolean; UseDualStack?: boolean; Endpoint?: string };
  expect: { endpoint?: { url: string }; error?: string };
}

function expectResolution({ params = {}, expect: expected }: EndpointCase): void {
  const { Region = '', UseFIPS = false, UseDualStack = false, Endpoint } = params;
  const config: EndpointConfig = {
    region: Region,
    useFipsEndpoint: UseFIPS,
    useDualstackEndpoint: UseDualStack,
  };
  const resolved = resolveEndpoint(Endpoint === undefined ? config : { ...config, endpoint: Endpoint });
  if (expected.endpoint) expect(resolved).toEqual({ ok: true, url: expected.endpoint.url });
  else expect(resolved).toEqual({ ok: false, message: expected.error });
}

describe('every region of every partition, with and without FIPS and dual-stack', () => {
  test.each(extra.testCases as EndpointCase[])('$documentation', expectResolution);
});

describe('the endpoint rules of the Lambda model', () => {
  const official = inject('externalVectors')?.['endpoint-tests'];
  if (official === undefined) {
    test.skip('71 cases (skipped: CONSOLE_VECTORS not set)', () => undefined);
    return;
  }
  const { testCases } = JSON.parse(official) as { testCases: EndpointCase[] };
  test('there are 71 cases', () => expect(testCases).toHaveLength(71));
  test.each(testCases)('$documentation', expectResolution);
});

describe('a region that is not one host label never becomes a host', () => {
  const more = [
    '',
    ' ',
    'us-east-1.',
    '.us-east-1',
    'us_east_1',
    'US-EAST-1',
    'us-east-1-',
    'us-east-1\n',
    'us-east-1\t',
    'a'.repeat(64),
    'us-east-1#',
    'us-east-1?',
    'us-east-1\\@x',
    'ａ',
    'us‑east‑1',
    '[::1]',
    '127.0.0.1',
    'x@attacker.example:443/#',
  ];
  test.each([...extra.hostileRegions, ...more])('%j', async (region) => {
    expect(resolveEndpoint({ region }).ok).toBe(false);
    const { fetch, sent } = playing();
    const result = await createInvokeClient(configured({ region, fetch })).invoke({ functionName: 'f' });
    expect(result).toMatchObject({
      ok: false,
      attempts: [],
      error: { kind: 'invalid-input', problems: [{ field: 'region' }] },
    });
    expect(sent).toEqual([]);
  });
});

test('fips-us-west-2 and us-west-2-fips mean FIPS in us-west-2, also for the signature', async () => {
  for (const region of ['fips-us-west-2', 'us-west-2-fips']) {
    expect(resolveEndpoint({ region })).toEqual({
      ok: true,
      url: 'https://lambda-fips.us-west-2.amazonaws.com',
    });
    const { fetch, sent } = playing();
    await createInvokeClient(configured({ region, fetch })).invoke({ functionName: 'f' });
    expect(sent[0]?.headers['authorization']).toContain('/us-west-2/lambda/aws4_request');
  }
});

describe('a custom endpoint', () => {
  test.each([
    ['http://localhost:4566/', 'http://localhost:4566'],
    ['http://localhost:4566///', 'http://localhost:4566'],
    ['https://proxy.example/a%20b/c/', 'https://proxy.example/a%20b/c'],
    ['HTTPS://Lambda.Example.COM:443', 'https://lambda.example.com'],
    ['http://127.1:3001', 'http://127.0.0.1:3001'],
    ['http://[::1]:4566', 'http://[::1]:4566'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    [
      'https://evil.example\\@lambda.us-east-1.amazonaws.com',
      'https://evil.example/@lambda.us-east-1.amazonaws.com',
    ],
  ])('%s is used as %s', (endpoint, url) => {
    expect(resolveEndpoint({ region: 'us-east-1', endpoint })).toEqual({ ok: true, url });
  });

  test.each([
    'localhost:3001',
    '//evil.example',
    '',
    'ws://localhost:3001',
    'javascript:alert(1)//',
    'file:///etc/passwd',
    'https://lambda.us-east-1.amazonaws.com@evil.example/',
    'https://:secret@evil.example/',
    'https://evil.example#.amazonaws.com',
    'https://evil.example/?x=.amazonaws.com',
  ])('%s is refused', (endpoint) => {
    expect(resolveEndpoint({ region: 'us-east-1', endpoint })).toEqual({
      ok: false,
      message: 'Give an http(s) URL without user name, query and fragment.',
    });
  });

  test('what no endpoint can be is refused, whatever else is asked', () => {
    const never = hostile.items.filter((item) =>
      ['ep-javascript', 'ep-userinfo', 'ep-ws', 'ep-no-scheme', 'ep-protocol-relative'].includes(item.id),
    );
    expect(never).toHaveLength(5);
    for (const { input } of never) {
      expect(resolveEndpoint({ region: 'us-east-1', endpoint: input as string }).ok, String(input)).toBe(
        false,
      );
    }
  });
});
