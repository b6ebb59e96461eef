import { afterEach, describe, expect, test } from 'vitest';
import { isAlive, startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';
import type { LambdaServerOptions } from './lambda-server.ts';

/** Waits until the file named in its event exists, so that tests decide how long it runs. */
const gated = `import { existsSync } from 'node:fs';
let count = 0;
export const handler = async ({ gate, fails }) => {
  count += 1;
  while (gate && !existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 10));
  if (fails) throw new Error('as ordered');
  return { pid: process.pid, count };
};`;

let endpoint: TestEndpoint;
async function start(
  options: Partial<LambdaServerOptions> = {},
  files: Record<string, string> = {},
): Promise<void> {
  endpoint = await startTestEndpoint(
    { 'gated.mjs': gated, 'gated.function.json': '{"timeout":30}', ...files },
    options,
  );
}
afterEach(() => endpoint.close());

/** A dot file, as any other would be a change of the code. */
const gate = (): string => `${endpoint.folder}/.gate`;
const open = (): void => endpoint.write({ '.gate': '' });
const starts = (name: string): number =>
  endpoint.lines.filter((line) => line.startsWith(`${name}: START`)).length;
const event = { 'x-amz-invocation-type': 'Event' };
const rateExceeded = (Reason: string) => ({
  status: 429,
  headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
  json: { Reason, Type: 'User', message: 'Rate Exceeded.' },
});

describe('execution environments', () => {
  test('run in parallel, are used again, and each knows its own memory only', async () => {
    await start();
    const parallel = [1, 2, 3].map(() => endpoint.invoke('gated', { gate: gate() }));
    await expect.poll(() => starts('gated')).toBe(3);
    open();
    const first = (await Promise.all(parallel)).map(({ json }) => json as { pid: number; count: number });
    expect(new Set(first.map(({ pid }) => pid)).size).toBe(3);
    const again = (await endpoint.invoke('gated', {})).json as { pid: number; count: number };
    expect(first.map(({ pid }) => pid)).toContain(again.pid);
    expect(again.count).toBe(2);
  });

  test('end when they have been idle for long enough', async () => {
    await start({ idleMs: 50 });
    const { pid } = (await endpoint.invoke('gated', {})).json as { pid: number };
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect((await endpoint.invoke('gated', {})).log).toContain('Init Duration');
  });

  test('that were busy when their code changed end after their invocation', async () => {
    await start();
    const running = endpoint.invoke('gated', { gate: gate() });
    await expect.poll(() => starts('gated')).toBe(1);
    endpoint.write({ 'gated.mjs': `${gated}\n// changed` });
    const changed = (await endpoint.invoke('gated', {})).json as { pid: number };
    open();
    const { pid } = (await running).json as { pid: number };
    expect(pid).not.toBe(changed.pid);
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect((await endpoint.invoke('gated', {})).json).toMatchObject({ pid: changed.pid });
  });

  test('end with the server, also while they run', async () => {
    await start();
    const { pid } = (await endpoint.invoke('gated', {})).json as { pid: number };
    const running = endpoint.invoke('gated', { gate: gate() }).catch(() => 'cut off');
    await expect.poll(() => starts('gated')).toBe(2);
    await endpoint.close();
    expect(isAlive(pid)).toBe(false);
    expect(await running).toBe('cut off');
  });
});

describe('throttling', () => {
  test('refuses what is over the concurrency of the account', async () => {
    await start({ concurrentExecutions: 1 });
    const running = endpoint.invoke('gated', { gate: gate() });
    await expect.poll(() => starts('gated')).toBe(1);
    expect(await endpoint.invoke('gated', {})).toMatchObject(
      rateExceeded('ConcurrentInvocationLimitExceeded'),
    );
    open();
    expect((await running).status).toBe(200);
    expect((await endpoint.invoke('gated', {})).status).toBe(200);
  });

  test('refuses what is over the reserved concurrency of a function, and keeps that free for it', async () => {
    await start(
      { concurrentExecutions: 2 },
      { 'own.mjs': gated, 'own.function.json': '{"reservedConcurrency":1,"timeout":30}', 'other.mjs': gated },
    );
    const running = endpoint.invoke('other', { gate: gate() });
    await expect.poll(() => starts('other')).toBe(1);
    expect(await endpoint.invoke('gated', {})).toMatchObject(
      rateExceeded('ConcurrentInvocationLimitExceeded'),
    );
    const own = endpoint.invoke('own', { gate: gate() });
    await expect.poll(() => starts('own')).toBe(1);
    const reason = 'ReservedFunctionConcurrentInvocationLimitExceeded';
    expect(await endpoint.invoke('own', {})).toMatchObject(rateExceeded(reason));
    open();
    expect((await Promise.all([running, own])).map(({ status }) => status)).toEqual([200, 200]);
  });

  test('refuses a function with reserved concurrency 0, but accepts its events', async () => {
    await start({}, { 'off.mjs': gated, 'off.function.json': '{"reservedConcurrency":0}' });
    const reason = 'ReservedFunctionConcurrentInvocationLimitExceeded';
    expect(await endpoint.invoke('off', {})).toMatchObject(rateExceeded(reason));
    expect((await endpoint.invoke('off', {}, { headers: event })).status).toBe(202);
    expect(starts('off')).toBe(0);
  });
});

describe('an Event invocation', () => {
  test('is accepted at once, with an empty body, and runs afterwards', async () => {
    await start();
    const answer = await endpoint.invoke('gated', { gate: gate() }, { headers: event });
    expect(answer).toMatchObject({ status: 202, text: '' });
    expect(answer.headers).not.toHaveProperty('x-amz-executed-version');
    const id = answer.headers['x-amzn-requestid'];
    expect(endpoint.lines).toContain(`gated: event ${id} accepted, 1 in the queue`);
    open();
    await expect.poll(() => endpoint.lines).toContain(`gated: event ${id} done, 0 in the queue`);
    expect(starts('gated')).toBe(1);
  });

  test('that fails runs twice more under the same request id, and then leaves an on-failure line', async () => {
    await start({ eventRetryDelaysMs: [1, 1] });
    const answer = await endpoint.invoke('gated', { fails: true }, { headers: event });
    const id = answer.headers['x-amzn-requestid'];
    await expect.poll(() => endpoint.lines.find((line) => line.includes('on failure'))).toBeDefined();
    expect(endpoint.lines.filter((line) => line.startsWith(`gated: START RequestId: ${id}`))).toHaveLength(3);
    const [, record = ''] =
      / on failure (.*)$/.exec(endpoint.lines.find((line) => line.includes('on failure')) ?? '') ?? [];
    expect(JSON.parse(record)).toMatchObject({
      requestContext: { requestId: id, condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      responsePayload: expect.stringContaining('as ordered'),
    });
  });

  test('waits for concurrency instead of being refused', async () => {
    await start({ concurrentExecutions: 1 });
    const running = endpoint.invoke('gated', { gate: gate() });
    await expect.poll(() => starts('gated')).toBe(1);
    expect((await endpoint.invoke('gated', {}, { headers: event })).status).toBe(202);
    open();
    await running;
    await expect.poll(() => endpoint.lines.some((line) => line.endsWith('done, 0 in the queue'))).toBe(true);
  });
});
