import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

const sample = join(import.meta.dirname, '../../functions/faults/index.mjs');

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({
    'ok.mjs': 'export const handler = async () => "the server lives";',
    'faults/function.json': '{"timeout":1}',
    'flood/function.json': '{"timeout":60}',
    'fd3.mjs': `import { writeSync } from 'node:fs';
      export const handler = async ({ bytes }) => { writeSync(3, Buffer.from(bytes)); await new Promise(() => {}); };`,
    'fd3.function.json': '{"timeout":20}',
    'forger.mjs': `import { writeSync } from 'node:fs';
      export const handler = async (event, context) => {
        const body = Buffer.from(event.id + '"forged"');
        const head = Buffer.alloc(16);
        head.writeUInt32BE(0xa55b0002, 0);
        head.writeUInt32BE(body.length, 4);
        writeSync(3, Buffer.concat([head, body]));
        return 'real';
      };`,
    'stays.mjs': `import { spawn } from 'node:child_process';
      export const handler = async ({ detached }) => {
        const child = spawn('sleep', ['600'], { detached, stdio: 'inherit' });
        child.unref();
        console.log('child ' + child.pid);
        process.exit(0);
      };`,
    'grows.mjs': `import { spawn } from 'node:child_process';
      export const handler = async () => {
        spawn(process.execPath, ['-e', 'const kept = []; setInterval(() => kept.push(Buffer.alloc(4e6, 1)), 5)']);
        await new Promise(() => {});
      };`,
    'grows.function.json': '{"timeout":20}',
    'late.mjs': `export const handler = async ({ ms }) => { setTimeout(() => { throw new Error('too late'); }, ms); return 'in time'; };`,
    'posts.mjs': `export const handler = async (event) => {
        const base = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime';
        const ask = async (path, init) => (await fetch(base + path, init)).status;
        return [
          await ask('/invocation/next'),
          await ask('/init/error', { method: 'POST', body: '{}', headers: { origin: 'https://evil.example' } }),
          await ask('/anything', { method: 'POST', body: '{}' }),
        ];
      };`,
  });
  for (const name of ['faults', 'flood']) {
    mkdirSync(join(endpoint.folder, name), { recursive: true });
    copyFileSync(sample, join(endpoint.folder, name, 'index.mjs'));
  }
});
afterAll(() => endpoint.close());

describe('a handler that', () => {
  test.each([
    [{ fault: 'exit', code: 9 }, 'Runtime.ExitError', /exit status 9/],
    [{ fault: 'crash' }, 'Runtime.ExitError', /signal: aborted/],
    [{ fault: 'loop' }, 'Sandbox.Timedout', /timed out after 1\.00 seconds/],
    [{ fault: 'time-out' }, 'Sandbox.Timedout', /timed out after 1\.00 seconds/],
    [{ fault: 'unhandled' }, 'Runtime.UnhandledPromiseRejection', /nobody waits for/],
    [{ fault: 'uncaught' }, 'Error', /nobody can catch/],
    [{ fault: 'memory' }, 'Runtime.OutOfMemory', /signal: killed/],
    [{ fault: 'close-descriptors' }, 'Runtime.ExitError', /Runtime exited/],
  ])('does %o ends its environment only', async (event, errorType, message) => {
    const answer = await endpoint.invoke('faults', event);
    expect(answer).toMatchObject({ status: 200, headers: { 'x-amz-function-error': 'Unhandled' } });
    expect(answer.json).toMatchObject({ errorType, errorMessage: expect.stringMatching(message) });
    expect((await endpoint.invoke('ok', {})).text).toBe('"the server lives"');
    expect((await endpoint.invoke('faults', {})).log).toContain('Init Duration');
  });

  test('prints 100 MB is read to the end, and the tail is right', async () => {
    const answer = await endpoint.invoke('flood', { fault: 'flood', megabytes: 100 });
    expect(answer.json).toEqual({ megabytes: 100 });
    expect(Buffer.from(answer.headers['x-amz-log-result'] ?? '', 'base64')).toHaveLength(4096);
    expect(answer.log).toMatch(/flood flood[^]*\nEND RequestId: [^]*\nREPORT /);
    expect(endpoint.lines.filter((line) => line.includes('flood flood')).length).toBeLessThan(100);
  });

  test.each([false, true])('leaves a child behind (detached: %s) ends with it', async (detached) => {
    const answer = await endpoint.invoke('stays', { detached });
    expect(answer.json).toMatchObject({ errorType: 'Runtime.ExitError' });
    const pid = Number(/child (\d+)/.exec(answer.log)?.[1]);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test('lets a child of its own eat the memory is ended as if it had done so itself', async () => {
    const answer = await endpoint.invoke('grows', {});
    expect(answer.json).toMatchObject({ errorType: 'Runtime.OutOfMemory' });
  });

  test('fails after it has answered ends its environment, and the next invocation is cold', async () => {
    expect((await endpoint.invoke('late', { ms: 1 })).text).toBe('"in time"');
    await expect
      .poll(async () => (await endpoint.invoke('late', { ms: 100_000 })).log)
      .toContain('Init Duration');
  });
});

describe('the channel of results', () => {
  test.each([
    ['text', [...Buffer.from('this is no frame, but it is long enough')]],
    ['a head that claims 4 GB', [0xa5, 0x5b, 0, 2, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('survives %s', async (_name, bytes) => {
    const answer = await endpoint.invoke('fd3', { bytes });
    expect(answer.json).toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  test('takes no result for another request id', async () => {
    const answer = await endpoint.invoke('forger', { id: crypto.randomUUID() });
    expect(answer.text).toBe('"real"');
  });
});

test('the Runtime API gives no events away, and takes nothing from web pages', async () => {
  expect((await endpoint.invoke('posts', {})).json).toEqual([403, 403, 404]);
});
