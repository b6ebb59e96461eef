import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hostile from '../../tests/vectors/hostile.json' with { type: 'json' };
import { signedHeaders, startTestEndpoint, type TestEndpoint, testOrigin } from './endpoint.fixture.ts';

interface HttpItem {
  id: string;
  input: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    bodyGenerator?:
      | { type: 'repeat'; unit: string; count: number }
      | { type: 'trickle'; bytesPerSecond: number };
  };
  note: string;
  expect: { status: number[]; invariants: string[] };
}

const items = hostile.items.filter((item) => item.category === 'local-http') as unknown as HttpItem[];
/** GET on the page's own port: the page server's tests have these. Here the path is no operation. */
const isForThePage = ({ input }: HttpItem): boolean => input.method === 'GET';

const isSlow = ({ input }: HttpItem): boolean => input.bodyGenerator?.type === 'trickle';

const files = {
  'hello.mjs': `export const handler = async () => { console.log('the handler ran'); return 'hello'; };`,
};
let endpoint: TestEndpoint;
/** For clients that are slow on purpose; everything else keeps the usual limits, however busy the machine is. */
let impatient: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files);
  impatient = await startTestEndpoint(files, { limits: { headersTimeoutMs: 400, requestTimeoutMs: 800 } });
});
afterAll(() => Promise.all([endpoint.close(), impatient.close()]));

/** Sends bytes over a socket of its own and reads until the server closes. */
function exchange(
  port: number,
  head: string,
  write: (send: (bytes: string) => boolean, end: () => void) => void,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes) => (answer += bytes.toString('latin1')));
    socket.on('error', () => {}); // a reset is an end too; what came before it counts
    socket.on('close', () => resolve(answer));
    socket.on('connect', () => {
      socket.write(head);
      write(
        (bytes) => !socket.destroyed && socket.write(bytes),
        () => socket.end(),
      );
    });
  });
}

async function play({ input }: HttpItem, target: TestEndpoint): Promise<string> {
  const body = bodyOf(input);
  const headers = await fill(input, body, target);
  if (body.length > 0 && !('content-length' in headers)) headers['content-length'] = String(body.length);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${input.method} ${input.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return exchange(target.port, head, (send, end) => {
    if (input.bodyGenerator?.type === 'trickle') {
      const timer = setInterval(() => send('x') || clearInterval(timer), 100);
      return;
    }
    send(body);
    if (Number(headers['content-length']) > body.length) end();
  });
}

function bodyOf({ body = '', bodyGenerator }: HttpItem['input']): string {
  if (bodyGenerator?.type === 'repeat') return bodyGenerator.unit.repeat(bodyGenerator.count);
  return body;
}

/** x-local-token of the vectors is the signature of this endpoint. */
async function fill(
  { method, path, headers, bodyGenerator }: HttpItem['input'],
  body: string,
  target: TestEndpoint,
): Promise<Record<string, string>> {
  const filled = Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name !== 'x-local-token')
      .map(([name, value]) => [
        name,
        value.replace('{PORT}', String(target.port)).replace('{ALLOWED_ORIGIN}', testOrigin),
      ]),
  );
  if (bodyGenerator?.type === 'trickle') filled['content-length'] = '1000';
  if (!('x-local-token' in headers)) return filled;
  const signature = await signedHeaders(target, {
    method: method === 'TRACE' ? 'GET' : method,
    path,
    headers: {},
    body,
  });
  delete signature['host'];
  return { ...signature, ...filled };
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const runs = (): number =>
  [...endpoint.lines, ...impatient.lines].filter((line) => line.endsWith('the handler ran')).length;

describe('hostile local HTTP', () => {
  test.each(items.filter((item) => !isForThePage(item)).map((item) => [item.id, item] as const))(
    '%s',
    async (_id, item) => {
      const answer = await play(item, isSlow(item) ? impatient : endpoint);
      expect(item.expect.status).toContain(statusOf(answer));
      expect(runs()).toBe(0);
      for (const invariant of item.expect.invariants) checkInvariant(invariant, answer);
      // The server lives on.
      expect(
        statusOf(
          await exchange(
            endpoint.port,
            `GET / HTTP/1.1\r\nHost: 127.0.0.1:${endpoint.port}\r\n\r\n`,
            () => {},
          ),
        ),
      ).toBe(404);
    },
  );

  test.each(items.filter(isForThePage).map((item) => [item.id, item] as const))(
    '%s is refused on this port, which serves no files',
    async (_id, item) => {
      const answer = await play(item, isSlow(item) ? impatient : endpoint);
      expect([400, 403, 404, 421]).toContain(statusOf(answer));
      const [, body = ''] = answer.split('\r\n\r\n');
      expect(body).not.toMatch(/root:|<html/i);
    },
  );

  test('the control case runs the handler once', async () => {
    const control = hostile.controls.items.find(({ id }) => id === 'http-control') as unknown as HttpItem;
    expect(statusOf(await play(control, endpoint))).toBe(200);
    expect(runs()).toBe(1);
  });
});

const FORBIDDEN_HEADERS: Record<string, RegExp> = {
  'no ACAO header': /access-control-allow-origin/i,
  'no Access-Control-Allow-Private-Network header': /access-control-allow-private-network/i,
  'no Access-Control-Allow-Private-Network header ': /access-control-allow-private-network/i,
};

function checkInvariant(invariant: string, answer: string): void {
  const forbidden = FORBIDDEN_HEADERS[invariant];
  if (forbidden) expect(answer).not.toMatch(forbidden);
  if (invariant === 'Connection: close') expect(answer).toMatch(/^connection: close\r$/im);
}

describe('the socket', () => {
  const request = (lines: string[]): Promise<string> =>
    exchange(endpoint.port, `${lines.join('\r\n')}\r\n\r\n`, () => {});
  const host = (): string => `Host: 127.0.0.1:${endpoint.port}`;

  test.each([
    ['two Host headers', () => ['GET / HTTP/1.1', host(), host()], 400],
    ['no Host header', () => ['GET / HTTP/1.1'], 400],
    ['an absolute target', () => ['GET http://169.254.169.254/ HTTP/1.1', host()], 400],
    ['a head over 16 KB', () => ['GET / HTTP/1.1', host(), `x-long: ${'x'.repeat(20_000)}`], 431],
    ['no HTTP at all', () => ['hello there'], 400],
    ['an unknown method', () => ['BREW / HTTP/1.1', host()], 400],
    ['a method of no operation', () => ['PATCH /2015-03-31/functions HTTP/1.1', host()], 405],
    ['a preflight without Origin', () => ['OPTIONS / HTTP/1.1', host()], 403],
    ['a page’s GET of another site', () => ['GET / HTTP/1.1', host(), 'Sec-Fetch-Site: cross-site'], 403],
    ['the origin null', () => ['GET / HTTP/1.1', host(), 'Origin: null'], 403],
  ])('%s is refused', async (_name, lines, status) => {
    expect(statusOf(await request(lines()))).toBe(status);
  });

  test('a head that never ends is given up', async () => {
    expect(
      statusOf(
        await exchange(impatient.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${impatient.port}\r\n`, () => {}),
      ),
    ).toBe(408);
  });
});
