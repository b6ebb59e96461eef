import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretOfLambda, startFixture } from './page.fixture.ts';
import type { ConnectionDocument } from './connection.ts';
import { startPageServer } from './page-server.ts';
import type { PageServer } from './page-server.ts';
import { rawRequest, sendRaw } from './raw-http.fixture.ts';
import type { RawAnswer } from './raw-http.fixture.ts';

let server: PageServer;
beforeAll(async () => {
  server = await startFixture({ endpoints: ['https://lambda.example.test'] });
});
afterAll(() => server.close());

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  return sendRaw(
    server.port,
    rawRequest(server.port, { method, path, headers: { host: '127.0.0.1:{PORT}', ...headers } }),
  );
}

const required = {
  'content-security-policy': /frame-ancestors 'none'/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-dns-prefetch-control': /^off$/,
  'x-frame-options': /^DENY$/,
  connection: /^close$/,
};

function expectSecurityHeaders(answer: RawAnswer): void {
  for (const [name, pattern] of Object.entries(required))
    expect(answer.headers.get(name), name).toMatch(pattern);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
}

describe('the page', () => {
  test('is served fresh each time, with the policy as a header alone', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Invoke Console</title>');
    expect(answer.body).not.toContain('Content-Security-Policy');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain(' https://lambda.example.test');
    expectSecurityHeaders(answer);
  });

  test('keeps hashed files for ever and names their type', async () => {
    const answer = await ask('/assets/index-abc123.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expectSecurityHeaders(answer);
  });

  test('lets the worker that sends reach the endpoints of this start, and no other file', async () => {
    const sender = await ask('/assets/invoke.worker-abc123.js');
    expect(sender.headers.get('content-security-policy')).toContain(' https://lambda.example.test');
    // A policy of an earlier start would be kept with it.
    expect(sender.headers.get('cache-control')).toBe('no-cache');
    expectSecurityHeaders(sender);
    for (const path of [
      '/assets/index-abc123.js',
      '/assets/invoke.worker-none.js/x',
      '/invoke.worker-abc123.js',
    ])
      expect((await ask(path)).headers.get('content-security-policy'), path).not.toContain('connect-src');
  });

  test('answers HEAD with the same headers and no body', async () => {
    const answer = await ask('/', {}, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.body).toBe('');
    expectSecurityHeaders(answer);
  });

  test('opens from a link on another site', async () => {
    const visit = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await ask('/', visit)).status).toBe(200);
    expect((await ask('/?from=wiki', visit)).status).toBe(200);
  });

  test('opens in no frame of another site', async () => {
    const frame = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    };
    expect((await ask('/', frame)).status).toBe(403);
  });

  test('leads a visit under another name of loopback to the one address that saved data belongs to', async () => {
    const answer = await ask('/', {
      host: 'localhost:{PORT}',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(`http://127.0.0.1:${server.port}/`);
  });
});

test('a page that cannot be read is said so, and the server lives on', async () => {
  const broken = await startPageServer({
    port: 0,
    content: { document: () => Promise.reject(new Error('no index.html')), serve: () => false },
    connection: JSON.parse((await ask('/connection.json')).body) as ConnectionDocument,
  });
  const request = rawRequest(broken.port, {
    method: 'GET',
    path: '/',
    headers: { host: '127.0.0.1:{PORT}' },
  });
  for (const _again of [1, 2]) {
    const answer = await sendRaw(broken.port, request);
    expect(answer.status).toBe(500);
    expect(answer.body).toBe('The page could not be read: no index.html\n');
  }
  await broken.close();
});

describe('GET /connection.json', () => {
  test('tells the page of the local endpoint, and of its folder the last name only', async () => {
    const answer = await ask('/connection.json', { 'sec-fetch-site': 'same-origin' });
    expect(JSON.parse(answer.body)).toEqual({
      name: 'Local',
      region: 'eu-west-1',
      endpoint: 'http://127.0.0.1:7412',
      accountId: '000000000000',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: secretOfLambda },
      functionsDir: 'handlers',
      presetsDir: null,
      allowedEndpoints: ['https://lambda.example.test'],
      profiles: false,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expectSecurityHeaders(answer);
  });

  const strangers: [who: string, headers: Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [
      'a script tag of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    ],
    [
      'a tab opened by another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['another app on this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['this page under another name', { origin: 'http://localhost:{PORT}', 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    [
      'a page whose name was bound to this address',
      { host: 'evil.example:{PORT}', origin: 'http://evil.example:{PORT}', 'sec-fetch-site': 'same-origin' },
    ],
  ];
  for (const [who, headers] of strangers) {
    test(`tells ${who} nothing`, async () => {
      const answer = await ask('/connection.json', headers);
      expect([403, 421]).toContain(answer.status);
      expect(answer.body).not.toContain(secretOfLambda);
      expectSecurityHeaders(answer);
    });
  }
});

describe('a route', () => {
  const answered: string[] = [];
  let routed: PageServer;
  beforeAll(async () => {
    routed = await startPageServer({
      port: 0,
      content: { document: () => Promise.resolve('<title>page</title>'), serve: () => false },
      connection: JSON.parse((await ask('/connection.json')).body) as ConnectionDocument,
      routes: (port) => [
        {
          prefix: '/act',
          methods: ['POST'],
          answer: (request, response, path) => {
            answered.push(`${request.method} ${path} at ${port}`);
            response.end();
            return Promise.resolve();
          },
        },
      ],
    });
  });
  afterAll(() => routed.close());
  const call = (headers: Record<string, string>, method = 'POST', path = '/act/on'): Promise<RawAnswer> => {
    const all = { host: '127.0.0.1:{PORT}', 'content-length': '0', ...headers };
    return sendRaw(routed.port, rawRequest(routed.port, { method, path, headers: all }));
  };
  const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

  test('answers a fetch of the page, by its method, below its own path', async () => {
    expect((await call(own)).status).toBe(200);
    expect((await call({ origin: `http://127.0.0.1:${routed.port}` })).status).toBe(200);
    expect(answered).toEqual(Array(2).fill(`POST /act/on at ${routed.port}`));
    const wrong = await call(own, 'PUT');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await call(own, 'GET', '/action')).status).toBe(404);
  });

  test.each<[string, Record<string, string>]>([
    ['who does not say where they come from', {}],
    [
      'a tab',
      { ...own, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['a link of the page', { ...own, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a frame of the page', { ...own, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['a script tag', { ...own, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['another port of this machine', { ...own, 'sec-fetch-site': 'same-site' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a rebound name', { ...own, host: 'evil.example:{PORT}' }],
  ])('is closed to %s', async (_who, headers) => {
    const before = answered.length;
    expect([403, 421]).toContain((await call(headers)).status);
    expect(answered).toHaveLength(before);
  });
});
