import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

const files = {
  'throws.mjs': `class OrderError extends Error { name = 'OrderError' }
    export const handler = async () => { throw new OrderError('no order 42'); };`,
  'rejects.mjs': `export const handler = async () => { Promise.reject(new Error('unawaited')); await new Promise((r) => setTimeout(r, 2000)); };`,
  'exits.mjs': `export const handler = async (event) => process.exit(event.code);`,
  'slow.mjs': `export const handler = async () => { console.log('started'); await new Promise((r) => setTimeout(r, 5000)); };`,
  'slow.function.json': JSON.stringify({ timeout: 1 }),
  'init-throws.mjs': `console.log('loading'); throw new TypeError('no table name');`,
  'init-exits.mjs': `process.exit(4);`,
  'syntax.mjs': `export const handler = async () => { return 1 + ; };`,
  'missing-import.mjs': `import './nowhere.mjs'; export const handler = async () => 1;`,
  'no-export.mjs': `export const main = async () => 1;`,
  'big.mjs': `export const handler = async ({ bytes }) => 'x'.repeat(bytes - 2);`,
  'big.function.json': JSON.stringify({ memory: 1024 }),
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files);
});
afterAll(() => endpoint.close());

describe('a function error', () => {
  const failed = {
    status: 200,
    headers: { 'x-amz-function-error': 'Unhandled', 'x-amz-executed-version': '$LATEST' },
  };

  test('of a handler that throws has type, message and trace', async () => {
    const answer = await endpoint.invoke('throws', {});
    expect(answer).toMatchObject(failed);
    expect(answer.json).toMatchObject({ errorType: 'OrderError', errorMessage: 'no order 42' });
    const { trace } = answer.json as { trace: string[] };
    expect(trace[0]).toBe('OrderError: no order 42');
    expect(trace[1]).toContain('throws.mjs');
    expect(trace.join('\n')).not.toContain('bootstrap');
    expect(answer.log).toContain('ERROR\tInvoke Error');
  });

  test('of a promise that nobody awaits ends the environment, and the next invocation is cold', async () => {
    const answer = await endpoint.invoke('rejects', {});
    expect(answer).toMatchObject({ ...failed, json: { errorType: 'Runtime.UnhandledPromiseRejection' } });
    expect((await endpoint.invoke('rejects', {})).log).toContain('Init Duration');
  });

  test.each([
    [3, 'Runtime exited with error: exit status 3'],
    [0, 'Runtime exited without providing a reason'],
  ])('of a handler that exits with %i is Runtime.ExitError', async (code, reason) => {
    const answer = await endpoint.invoke('exits', { code });
    const id = answer.headers['x-amzn-requestid'];
    expect(answer).toMatchObject(failed);
    expect(answer.json).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${id} Error: ${reason}`,
    });
    expect(answer.log).toMatch(/\tStatus: error\tError Type: Runtime.ExitError\t\n$/);
  });

  test('of a handler that takes too long is Sandbox.Timedout, at the time-out', async () => {
    const answer = await endpoint.invoke('slow', {});
    const id = answer.headers['x-amzn-requestid'];
    const errorMessage = `RequestId: ${id} Error: Task timed out after 1.00 seconds`;
    expect(answer).toMatchObject(failed);
    expect(answer.json).toEqual({ errorType: 'Sandbox.Timedout', errorMessage });
    expect(answer.log).toMatch(
      /INFO\tstarted\n.* Task timed out after 1.00 seconds\n\nEND .*\n.*Duration: [1-9]\d{3}\.\d\d ms.*\tStatus: timeout\t\n$/,
    );
  });

  test.each([
    ['init-throws', 'TypeError', 'no table name'],
    ['syntax', 'Runtime.UserCodeSyntaxError', /^SyntaxError: Unexpected token/],
    ['missing-import', 'Error', /nowhere\.mjs/],
    ['no-export', 'Runtime.HandlerNotFound', 'no-export.handler is undefined or not exported'],
  ])('of code that cannot be loaded (%s) is what RIC reports', async (name, errorType, message) => {
    const answer = await endpoint.invoke(name, {});
    expect(answer).toMatchObject(failed);
    expect(answer.json).toMatchObject({ errorType, errorMessage: expect.stringMatching(message) });
    expect(answer.log).toMatch(
      /INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: /,
    );
  });

  test('of code that exits while it loads is Runtime.ExitError', async () => {
    const answer = await endpoint.invoke('init-exits', {});
    expect(answer.json).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('exit status 4'),
    });
  });

  test('of a response one byte over the limit has AWS’s words, and the largest allowed one passes whole', async () => {
    const whole = await endpoint.invoke('big', { bytes: 6_291_556 });
    expect(whole.bytes).toHaveLength(6_291_556);
    const tooLarge = await endpoint.invoke('big', { bytes: 6_291_557 });
    expect(tooLarge).toMatchObject(failed);
    expect(tooLarge.json).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });
});
