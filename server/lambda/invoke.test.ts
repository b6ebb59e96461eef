import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';

const files = {
  'hello.mjs': `export const handler = async (event) => ({ hello: event.name ?? 'nobody' });`,
  'context.mjs': `export const handler = async (event, context) => ({
    ...context, remaining: context.getRemainingTimeInMillis(), env: process.env, argv: process.argv, cwd: process.cwd(),
  });`,
  'context.function.json': JSON.stringify({ timeout: 7, memory: 256, environment: { COLOUR: 'blue' } }),
  'commonjs.cjs': `exports.handler = async () => 'from cjs';`,
  'named/index.mjs': `export const onOrder = async () => 'another export';`,
  'named/function.json': JSON.stringify({ handler: 'onOrder' }),
  'nothing.mjs': `export const handler = async () => {};`,
  'raw.mjs': `export const handler = async (event) => event;`,
  'callback.mjs': `export const handler = (event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = event.waits;
    setTimeout(() => console.log('late work'), event.lateMs);
    callback(null, 'called back');
  };`,
  'logs.mjs': `export const handler = async () => {
    for (let line = 0; line < 200; line += 1) console.log('Grüße 🚀 ' + line);
    console.error(new Error('two\\nlines'));
    process.stdout.write('stdout directly\\n');
    process.stderr.write('stderr directly\\n');
  };`,
  'json-log.mjs': `export const handler = async () => { console.warn('look', { a: 1 }); return 1; };`,
  'json-log.function.json': JSON.stringify({ logFormat: 'JSON' }),
};

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint(files);
});
afterAll(() => endpoint.close());

describe('Invoke', () => {
  test('runs the handler and answers with what it returns', async () => {
    const answer = await endpoint.invoke('hello', { name: 'Ada' });
    expect(answer).toMatchObject({ status: 200, json: { hello: 'Ada' } });
    expect(answer.headers).toMatchObject({ 'x-amz-executed-version': '$LATEST', connection: 'close' });
    expect(answer.headers).not.toHaveProperty('x-amz-function-error');
  });

  test('starts cold once and then warm, and says so in REPORT', async () => {
    await endpoint.invoke('hello', {});
    const warm = await endpoint.invoke('hello', {});
    expect(warm.log).not.toContain('Init Duration');
    const cold = await endpoint.invoke('commonjs');
    expect(cold.text).toBe('"from cjs"');
    const report =
      /Duration: ([\d.]+) ms\tBilled Duration: (\d+) ms\tMemory Size: 128 MB\tMax Memory Used: (\d+) MB\tInit Duration: ([\d.]+) ms/;
    const [, duration, billed, memory, init] = report.exec(cold.log)?.map(Number) ?? [];
    expect(Number(billed)).toBe(Math.ceil(Number(duration) + Number(init)));
    expect(memory).toBeGreaterThan(10);
  });

  test('writes START first and END and REPORT last, with the request id of the answer', async () => {
    const answer = await endpoint.invoke('hello', {});
    const id = answer.headers['x-amzn-requestid'];
    const lines = answer.log.trimEnd().split('\n');
    expect(lines[0]).toBe(`START RequestId: ${id} Version: $LATEST`);
    expect(lines.at(-2)).toBe(`END RequestId: ${id}`);
    expect(lines.at(-1)).toMatch(`REPORT RequestId: ${id}\tDuration: `);
  });

  test('gives no log without LogType Tail', async () => {
    const answer = await endpoint.invoke('hello', {}, { headers: {} });
    expect(answer.headers).not.toHaveProperty('x-amz-log-result');
  });

  test('hands the handler the context of Lambda', async () => {
    const clientContext = Buffer.from('{"custom":{"who":"Zoë"}}').toString('base64');
    const answer = await endpoint.invoke(
      'context',
      {},
      { headers: { 'x-amz-client-context': clientContext } },
    );
    const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:context';
    expect(answer.json).toMatchObject({
      functionName: 'context',
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: '256',
      awsRequestId: answer.headers['x-amzn-requestid'],
      logGroupName: '/aws/lambda/context',
      logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      clientContext: { custom: { who: 'Zoë' } },
      remaining: expect.any(Number),
    });
    const { remaining } = answer.json as { remaining: number };
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(7000);
    const latest = await endpoint.invoke('context:$LATEST', {});
    expect(latest.json).toMatchObject({ invokedFunctionArn: `${arn}:$LATEST` });
  });

  test('sets the environment variables of Lambda and passes nothing of the shell but PATH', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'canary-of-the-shell';
    const { env } = (await endpoint.invoke('context', {})).json as { env: Record<string, string> };
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    expect(env).toMatchObject({
      COLOUR: 'blue',
      TZ: ':UTC',
      AWS_REGION: 'eu-central-1',
      AWS_LAMBDA_FUNCTION_NAME: 'context',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
      _HANDLER: 'context.handler',
      LAMBDA_TASK_ROOT: endpoint.folder,
    });
    expect(
      Object.keys(env).filter((name) => name in process.env && name !== 'TZ' && name !== 'LANG'),
    ).toEqual(['PATH']);
    expect(JSON.stringify(env)).not.toContain('canary');
  });

  test('gives the default event for an empty body, and null for no return value', async () => {
    expect((await endpoint.invoke('raw')).text).toBe('{}');
    expect((await endpoint.invoke('nothing', {})).text).toBe('null');
  });

  test.each(['"s"', '[1]', '5', 'null', 'true', ' {"a" : 1.50 }\n'])(
    'passes the event %s as it is',
    async (body) => {
      const answer = await endpoint.invoke('raw', undefined, { body });
      expect(answer.json).toEqual(JSON.parse(body));
    },
  );

  test('hands the largest event to a handler of the smallest memory size', async () => {
    const body = JSON.stringify('x'.repeat(6_291_454));
    const answer = await endpoint.invoke('raw', undefined, { body });
    expect(answer.headers).not.toHaveProperty('x-amz-function-error');
    expect(answer.text === body).toBe(true);
  });

  test('finds another export through function.json', async () => {
    expect((await endpoint.invoke('named', {})).text).toBe('"another export"');
  });

  test('waits for an empty event loop after a callback, unless the handler says otherwise', async () => {
    const patient = await endpoint.invoke('callback', { waits: true, lateMs: 50 });
    expect(patient.text).toBe('"called back"');
    expect(patient.log).toContain('late work');
    const hasty = await endpoint.invoke('callback', { waits: false, lateMs: 600_000 });
    expect(hasty.log).not.toContain('late work');
  });
});

describe('the log', () => {
  test('is cut to its last 4,096 bytes, wherever that falls', async () => {
    const answer = await endpoint.invoke('logs', {});
    const bytes = Buffer.from(answer.headers['x-amz-log-result'] ?? '', 'base64');
    expect(bytes).toHaveLength(4096);
    expect(answer.log).toContain('Grüße 🚀 199');
    expect(answer.log).toMatch(/ERROR\tError: two\nlines\n {4}at /);
    expect(answer.log).toContain('stdout directly\n');
    expect(answer.log).toContain('stderr directly\n');
    expect(answer.log.indexOf('stderr directly')).toBeLessThan(answer.log.indexOf('END RequestId'));
    expect(answer.log).not.toContain('START');
  });

  test('is one JSON object a line in the JSON format', async () => {
    const answer = await endpoint.invoke('json-log', {});
    const requestId = answer.headers['x-amzn-requestid'];
    const records = answer.log
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(records).toMatchObject([
      { type: 'platform.start', record: { requestId, version: '$LATEST' } },
      { level: 'WARN', requestId, message: 'look { a: 1 }' },
      {
        type: 'platform.report',
        record: {
          requestId,
          status: 'success',
          metrics: { memorySizeMB: 128, initDurationMs: expect.any(Number) },
        },
      },
    ]);
  });

  test('appears in the terminal, line by line, with the function’s name', async () => {
    await endpoint.invoke('logs', {});
    expect(endpoint.lines).toContainEqual(expect.stringMatching(/^logs: .*\tINFO\tGrüße 🚀 0$/));
    expect(endpoint.lines).toContain('logs: stdout directly');
  });
});
