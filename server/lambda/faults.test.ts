import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestAnswer, type TestEndpoint, testOrigin } from './endpoint.fixture.ts';

const files = {
  'faults.mjs': `export const handler = async () => { console.log('ran'); return { answer: 'x'.repeat(1000) }; };`,
  'faults.function.json': '{"faults":true}',
  'plain.mjs': `export const handler = async (event) => event;`,
  'stream.mjs': `export const handler = awslambda.streamifyResponse(async (event, stream) => { stream.write('part'); stream.end(); });`,
  'stream.function.json': '{"faults":true}',
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files, { faultHeader: true });
});
afterAll(() => endpoint.close());

const runs = (): number => endpoint.lines.filter((line) => line.endsWith('\tran')).length;
const order = (fault: object, headers: Record<string, string> = {}): Promise<TestAnswer> =>
  endpoint.invoke('faults', fault, { headers });

describe('a fault to order', () => {
  test.each([
    [
      { fault: 'throttle', retryAfterSeconds: 2 },
      429,
      { 'x-amzn-errortype': 'TooManyRequestsException', 'retry-after': '2' },
    ],
    [{ fault: 'error' }, 500, { 'x-amzn-errortype': 'ServiceException' }],
    [
      { fault: 'error', status: 502, code: 'EC2ThrottledException' },
      502,
      { 'x-amzn-errortype': 'EC2ThrottledException' },
    ],
    [{ fault: 'html' }, 502, { 'content-type': 'text/html' }],
  ])('%o is answered instead of a run', async (fault, status, headers) => {
    const before = runs();
    expect(await order(fault)).toMatchObject({ status, headers });
    expect(runs()).toBe(before);
  });

  test.each([
    [{ fault: 'reset' }, 'ECONNRESET'],
    [{ fault: 'close' }, 'ECONNRESET'],
    [{ fault: 'cut', bytes: 10 }, 'ECONNRESET'],
  ])('%o spoils the answer of a function that ran', async (fault, code) => {
    const before = runs();
    await expect(order(fault)).rejects.toMatchObject({ code });
    expect(runs()).toBe(before + 1);
  });

  test('"no-cors" hides the answer from the page', async () => {
    const answer = await order({ fault: 'no-cors' }, { origin: testOrigin });
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect((await order({}, { origin: testOrigin })).headers).toHaveProperty(
      'access-control-allow-origin',
      '*',
    );
  });

  test('"delay" waits, "bad-log" spoils the log, "hang" never answers', async () => {
    const startedAt = performance.now();
    expect((await order({ fault: 'delay', ms: 120 })).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(115);
    expect((await order({ fault: 'bad-log' })).headers['x-amz-log-result']).toContain('not base64');
    const hanging = order({ fault: 'hang' }).catch(() => 'ended');
    expect(await Promise.race([hanging, order({})])).toMatchObject({ status: 200 });
  });

  test.each([
    [
      'checksum',
      (sound: Buffer, spoilt: Buffer) => expect(spoilt.subarray(0, -4)).toEqual(sound.subarray(0, -4)),
    ],
    ['length', (sound: Buffer, spoilt: Buffer) => expect(spoilt).toHaveLength(sound.length)],
    [
      'no-end',
      (_sound: Buffer, spoilt: Buffer) => expect(spoilt.toString('latin1')).not.toContain('InvokeComplete'),
    ],
  ])('damages a stream: %s', async (damage, check) => {
    const path = '/2021-11-15/functions/stream/response-streaming-invocations';
    const sound = await endpoint.invoke('stream', {}, { path, headers: {} });
    const spoilt = await endpoint.invoke('stream', { fault: 'stream', damage }, { path, headers: {} });
    expect(sound.bytes.toString('latin1')).toContain('InvokeComplete');
    expect(spoilt.bytes).not.toEqual(sound.bytes);
    expect(spoilt.bytes.toString('latin1')).toContain('part');
    check(sound.bytes, spoilt.bytes);
  });

  test('with "attempts" meets the first attempts of a client only', async () => {
    const fault = { fault: 'throttle', attempts: 1 };
    expect((await order(fault, { 'amz-sdk-request': 'attempt=1; max=3' })).status).toBe(429);
    expect((await order(fault, { 'amz-sdk-request': 'attempt=2; max=3' })).status).toBe(200);
  });

  test('is ordered by the header for any function, on a server that was started for tests', async () => {
    const headers = { 'x-local-fault': '{"fault":"error","status":503}' };
    expect((await endpoint.invoke('plain', {}, { headers })).status).toBe(503);
    const list = { method: 'GET', path: '/2015-03-31/functions', headers, body: '', isSigned: true };
    expect((await endpoint.send(list)).status).toBe(503);
    const user = await startTestEndpoint(files);
    expect((await user.invoke('plain', {}, { headers })).status).toBe(200);
    await user.close();
  });

  test('is an ordinary event for a function that does not play faults, and so is one that there is not', async () => {
    expect((await endpoint.invoke('plain', { fault: 'reset' })).json).toEqual({ fault: 'reset' });
    expect((await order({ fault: 'unheard of' })).status).toBe(200);
    expect((await order({ fault: 'error', status: 42 })).status).toBe(200);
  });
});
