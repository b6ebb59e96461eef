import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { outside, secretOfLambda, startFixture } from './page.fixture.ts';
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
      allowedEndpoints: ['https://lambda.example.test'],
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

describe('hostile requests', () => {
  const apiOnly = '/2015-03-31/';
  const cases = hostile.items.filter(({ kind }) => kind === 'http').flatMap((item) => parseCase(item) ?? []);
  for (const { id, request, statuses } of cases.filter((item) => !item.request.path.startsWith(apiOnly))) {
    test(`${id} is answered ${statuses.join(' or ')}, with nothing from outside`, async () => {
      const answer = await sendRaw(server.port, rawRequest(server.port, request));
      expect(statuses).toContain(answer.status);
      expect(answer.body).not.toContain(outside);
      if (answer.status === 200) expect(answer.body).toContain('<title>Invoke Console</title>');
    });
  }

  for (const { id, request } of cases.filter((item) => item.request.path.startsWith(apiOnly))) {
    test(`${id} meets no API on the page's port`, async () => {
      const { 'content-length': _length, ...headers } = request.headers;
      const answer = await sendRaw(server.port, rawRequest(server.port, { ...request, headers }));
      expect([400, 403, 404, 405]).toContain(answer.status);
      expect([...answer.headers.keys()]).not.toContain('access-control-allow-origin');
    });
  }

  test.each([
    [
      'absolute form of another host',
      'GET http://169.254.169.254/latest/ HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n',
      400,
    ],
    ['asterisk form', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n', 400],
    ['two Host headers', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nHost: evil.example\r\n\r\n', 400],
    ['no Host header', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an empty Host header', 'GET / HTTP/1.1\r\nHost:\r\n\r\n', 421],
    ['a Host without a port', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 421],
    ['a Host in capitals with a user', 'GET / HTTP/1.1\r\nHost: x@127.0.0.1:{PORT}\r\n\r\n', 421],
    [
      'both lengths at once',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a line feed in a header', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nA: b\n c\r\n\r\n', 400],
    ['30 kB of headers', `GET / HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nA: ${'b'.repeat(30_000)}\r\n\r\n`, 431],
    ['a backslash traversal', 'GET /..\\..\\package.json HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n', 404],
    ['a name that every object has', 'GET /__proto__ HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n', 404],
    [
      'a websocket',
      'GET / HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      403,
    ],
  ])('%s is refused', async (_name, text, status) => {
    const answer = await sendRaw(server.port, text.replaceAll('{PORT}', String(server.port)));
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain(outside);
  });

  test('a client that trickles its request is cut off, and others are served meanwhile', async () => {
    const strict = await startFixture({ requestTimeoutMs: 200 });
    const slow = sendRaw(strict.port, 'GET / HTTP/1.1\r\nHost: 127.0');
    const quick = await sendRaw(
      strict.port,
      rawRequest(strict.port, { method: 'GET', path: '/', headers: { host: '127.0.0.1:{PORT}' } }),
    );
    expect(quick.status).toBe(200);
    expect((await slow).status).toBe(408);
    await strict.close();
  });

  test('only loopback is bound', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const outer = others
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of ['127.0.0.2', '::1', ...outer]) expect(await refuses(address), address).toBe(true);
  });
});

function refuses(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(server.port, host);
    socket.on('connect', () => resolve(false));
    socket.on('error', () => resolve(true));
    socket.on('close', () => socket.destroy());
  });
}

interface HostileCase {
  id: string;
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
  statuses: number[];
}

/** The cases that are plain text; the two generated ones have tests of their own here or at the Lambda port. */
function parseCase(item: {
  id: string;
  input?: unknown;
  expect: { status?: number[] };
}): HostileCase | undefined {
  const input = item.input as (HostileCase['request'] & { bodyGenerator?: unknown }) | undefined;
  if (!input || input.bodyGenerator || !item.expect.status) return undefined;
  return { id: item.id, request: input, statuses: item.expect.status };
}
