import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedHeaders, startTestEndpoint, type TestAnswer, type TestEndpoint } from './endpoint.fixture.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({
    'count.mjs': `let runs = 0; export const handler = async (event) => {
      console.log('run of ' + event.id);
      await new Promise((resolve) => setTimeout(resolve, event.ms ?? 0));
      return { id: event.id, run: (runs += 1) };
    };`,
    'stream.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => {
      console.log('run of ' + event.id);
      for (let part = 0; part < 3; part += 1) {
        stream.write('part ' + part);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      stream.end();
    });`,
  });
});
afterAll(() => endpoint.close());

const sdk = (id: string, attempt = 1) => ({
  'amz-sdk-invocation-id': id,
  'amz-sdk-request': `attempt=${attempt}; max=3`,
});
const runsOf = (id: string): number => endpoint.lines.filter((line) => line.endsWith(`run of ${id}`)).length;
const send = (id: string, headers: Record<string, string>, ms = 0): Promise<TestAnswer> =>
  endpoint.invoke('count', { id, ms }, { headers });

describe('a request that arrives twice', () => {
  test('while it runs attaches to the run', async () => {
    const [first, second] = await Promise.all([send('a', sdk('a'), 200), send('a', sdk('a'), 200)]);
    expect(runsOf('a')).toBe(1);
    expect(second.json).toEqual(first.json);
    expect(second.headers['x-amzn-requestid']).toBe(first.headers['x-amzn-requestid']);
  });

  test('after its end gets the same answer', async () => {
    const first = await send('b', sdk('b'));
    expect((await send('b', sdk('b'))).text).toBe(first.text);
    expect(runsOf('b')).toBe(1);
  });

  test.each([
    ['another attempt', 'c', sdk('c', 2)],
    ['another invocation id', 'd', sdk('another')],
    ['no invocation id', 'e', {}],
  ])('with %s is a run of its own', async (_name, id, headers) => {
    await send(id, sdk(id));
    await send(id, headers);
    expect(runsOf(id)).toBe(2);
  });

  test('with another body is a run of its own', async () => {
    await send('f', sdk('f'));
    await endpoint.invoke('count', { id: 'f', more: 1 }, { headers: sdk('f') });
    expect(runsOf('f')).toBe(2);
  });

  test('gets a stream from its beginning', async () => {
    const path = '/2021-11-15/functions/stream/response-streaming-invocations';
    const call = () => endpoint.invoke('stream', { id: 'g' }, { path, headers: sdk('g') });
    const [first, second] = await Promise.all([call(), call()]);
    const third = await call();
    expect(runsOf('g')).toBe(1);
    expect(first.text).toContain('part 2');
    expect(second.bytes).toEqual(first.bytes);
    expect(third.bytes).toEqual(first.bytes);
  });
});

describe('a connection that ends while the function runs', () => {
  /** Sends a whole request, gives the connection up as soon as the server has it, and sends it again. */
  async function giveUpAndSendAgain(id: string, how: 'reset' | 'close'): Promise<TestAnswer> {
    const path = '/2015-03-31/functions/count/invocations';
    const body = JSON.stringify({ id, ms: 20 });
    const headers = await signedHeaders(endpoint, { method: 'POST', path, headers: sdk(id), body });
    const lines = Object.entries({
      ...headers,
      host: `127.0.0.1:${endpoint.port}`,
      'content-length': String(body.length),
    });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const socket = connect(endpoint.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`);
    await expect.poll(() => runsOf(id), { interval: 2 }).toBe(1);
    if (how === 'reset') socket.resetAndDestroy();
    else socket.destroy();
    return endpoint.send({ method: 'POST', path, headers, body, isSigned: false });
  }

  test.each(['reset', 'close'] as const)('by %s causes one run in each of 50 times', async (how) => {
    for (let time = 0; time < 50; time += 1) {
      const answer = await giveUpAndSendAgain(`${how}-${time}`, how);
      expect(answer.json).toMatchObject({ id: `${how}-${time}` });
      expect(runsOf(`${how}-${time}`)).toBe(1);
    }
  });
});
