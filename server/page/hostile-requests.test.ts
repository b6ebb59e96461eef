import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import { outside, startFixture } from './page.fixture.ts';
import type { PageServer } from './page-server.ts';
import { rawRequest, sendRaw } from './raw-http.fixture.ts';

let server: PageServer;
beforeAll(async () => {
  server = await startFixture();
});
afterAll(() => server.close());

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
