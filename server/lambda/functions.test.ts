import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestEndpoint, type TestEndpoint } from './endpoint.fixture.ts';
import type { LambdaServerOptions } from './lambda-server.ts';

const endpoints: TestEndpoint[] = [];
async function start(
  files: Record<string, string>,
  options: Partial<LambdaServerOptions> = {},
): Promise<TestEndpoint> {
  const endpoint = await startTestEndpoint(files, options);
  endpoints.push(endpoint);
  return endpoint;
}
afterEach(async () => {
  await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.close()));
});

const says = (text: string): string => `export const handler = async () => '${text}';`;
function writeTemp(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lambda-test-')), name);
  writeFileSync(file, text);
  return file;
}

describe('the functions folder', () => {
  test('may change at any time: the next invocation runs what is there, and the terminal says so', async () => {
    const endpoint = await start({
      'one.mjs': `import { text } from './lib/text.mjs'; export const handler = async () => text;`,
      'lib/text.mjs': `export const text = 'before';`,
    });
    expect((await endpoint.invoke('one', {})).text).toBe('"before"');
    endpoint.write({ 'lib/text.mjs': `export const text = 'after!';`, 'two.mjs': says('new') });
    expect((await endpoint.invoke('one', {})).text).toBe('"after!"');
    expect((await endpoint.invoke('two', {})).text).toBe('"new"');
    expect(endpoint.lines).toContain('one: changed, its next invocation starts afresh');
  });

  test('lists what is there now', async () => {
    const endpoint = await start({ 'one.mjs': says('1') });
    const list = () =>
      endpoint.send({ method: 'GET', path: '/2015-03-31/functions', headers: {}, body: '', isSigned: true });
    expect((await list()).json).toMatchObject({ Functions: [{ FunctionName: 'one' }] });
    endpoint.write({ 'two/index.cjs': 'exports.handler = async () => 2;' });
    expect((await list()).json).toMatchObject({
      Functions: [{ FunctionName: 'one' }, { FunctionName: 'two' }],
    });
  });

  test('says once what in it cannot be a function, and goes on with the rest', async () => {
    const endpoint = await start({
      'ok.mjs': says('ok'),
      'not a name.mjs': '',
      'twice.mjs': says('file'),
      'twice/index.mjs': says('folder'),
      'ok.function.json': '{"timeout": 0, "memmory": 1}',
      'ok.test.mjs': '',
      'types.d.ts': '',
    });
    for (let count = 0; count < 2; count += 1) expect((await endpoint.invoke('ok', {})).status).toBe(200);
    const problems = endpoint.lines.filter((line) => !line.startsWith('ok: '));
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/not a name\.mjs: not a function name/);
    expect(problems.join('\n')).toMatch(/there is another function "twice"/);
    expect(problems.join('\n')).toMatch(
      /ok\.function\.json: .*memmory.*timeout|ok\.function\.json: .*timeout.*memmory/,
    );
  });

  test('that cannot be read is a clear error before anything listens', async () => {
    const missing = join(tmpdir(), 'no-such-folder-for-functions');
    await expect(start({}, { functionsDir: missing })).rejects.toThrow(
      `The functions folder ${missing} cannot be read`,
    );
    const file = writeTemp('file.txt', '');
    await expect(start({}, { functionsDir: file })).rejects.toThrow('it is not a folder');
  });
});

describe('a TypeScript handler', () => {
  test('runs with its types, enums, relative imports in every spelling, JSON files and packages', async () => {
    const endpoint = await start({
      'node_modules/dep/package.json': '{"name":"dep","type":"module","exports":"./index.js"}',
      'node_modules/dep/index.js': `export const dep = 'dep';`,
      'orders/index.ts': `import type { Order } from './types';
        import { a } from './a.ts'; import { b } from './b.js'; import { c } from './deep/c'; export * from './a.ts';
        import { readFileSync } from 'node:fs'; import { dep } from 'dep';
        enum Size { Small = 1 }
        export const handler = async (event: Order): Promise<string> => {
          const { late } = await import('./late.ts');
          const data = JSON.parse(readFileSync(new URL('./data.json', import.meta.url), 'utf8'));
          return [a, b, c, dep, late, data.value, Size.Small, event.id].join(' ');
        };`,
      'orders/types.ts': `export interface Order { id: number }`,
      'orders/a.ts': `export const a: string = 'a';`,
      'orders/b.ts': `export const b = 'b' as const;`,
      'orders/deep/c.ts': `import { a } from '../a'; export const c = a + 'c';`,
      'orders/late.ts': `export const late = 'late';`,
      'orders/data.json': `{"value":"json"}`,
    });
    const answer = await endpoint.invoke('orders', { id: 7 });
    expect(answer.text).toBe('"a b ac dep late json 1 7"');
  });

  test('names the lines of the source in its stack traces', async () => {
    const endpoint = await start({
      'fails.ts': `interface Event {\n  id: number;\n}\n\nexport const handler = async (event: Event) => {\n  throw new Error('id ' + event.id);\n};\n`,
    });
    const { trace } = (await endpoint.invoke('fails', { id: 1 })).json as { trace: string[] };
    expect(trace[1]).toMatch(/fails\.ts:6:9/);
  });

  test('is built again when it changes', async () => {
    const endpoint = await start({ 'one.ts': says('before') });
    expect((await endpoint.invoke('one', {})).text).toBe('"before"');
    endpoint.write({ 'one.ts': says('after the change') });
    expect((await endpoint.invoke('one', {})).text).toBe('"after the change"');
  });

  test('with a mistake fails in its init as other code does', async () => {
    const endpoint = await start({ 'bad.ts': `export const handler = async (x: ) => 1;` });
    const answer = await endpoint.invoke('bad', {});
    expect(answer).toMatchObject({ status: 200, json: { errorType: 'Runtime.UserCodeSyntaxError' } });
    expect(answer.text).toContain('bad.ts:1:');
  });

  test('can be published as a version', async () => {
    const endpoint = await start({ 'one.ts': says('typed') });
    const path = '/2015-03-31/functions/one/versions';
    expect(
      (await endpoint.send({ method: 'POST', path, headers: {}, body: '', isSigned: true })).status,
    ).toBe(201);
    endpoint.write({ 'one.ts': says('later') });
    expect((await endpoint.invoke('one:1', {})).text).toBe('"typed"');
  });
});

describe('--env-file', () => {
  test('gives its variables to every handler, and is the way to hand credentials over', async () => {
    const envFile = writeTemp('.env', 'TABLE=orders\nAWS_ACCESS_KEY_ID="AKIDEXAMPLE"\n# a comment\n');
    const endpoint = await start(
      {
        'env.mjs':
          'export const handler = async () => [process.env.TABLE, process.env.AWS_ACCESS_KEY_ID, process.env.OWN];',
        'env.function.json': '{"environment":{"OWN":"own","TABLE":"overridden"}}',
      },
      { envFile },
    );
    expect((await endpoint.invoke('env', {})).json).toEqual(['orders', 'AKIDEXAMPLE', 'own']);
  });

  test('that cannot be read is a clear error', async () => {
    await expect(start({}, { envFile: '/no/such/file' })).rejects.toThrow(
      'The file of environment variables /no/such/file cannot be read',
    );
  });
});

describe('--inspect', () => {
  test('opens a debugger’s port on loopback for a handler, and stops its clock', async () => {
    const endpoint = await start(
      {
        'slow.mjs': `export const handler = async () => { await new Promise((r) => setTimeout(r, 1300)); return 'no time-out'; };`,
        'slow.function.json': '{"timeout":1}',
      },
      { inspect: true },
    );
    const running = endpoint.invoke('slow', {});
    await expect
      .poll(() => endpoint.lines.join('\n'))
      .toMatch(/Debugger listening on ws:\/\/127\.0\.0\.1:\d+\//);
    const [, address = ''] = /ws:\/\/(127\.0\.0\.1:\d+)\//.exec(endpoint.lines.join('\n')) ?? [];
    const targets = (await (await fetch(`http://${address}/json/list`)).json()) as { type: string }[];
    expect(targets).toMatchObject([{ type: 'node' }]);
    expect((await running).text).toBe('"no time-out"');
  });
});

describe('a SAM template', () => {
  const template = `
AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: dev }
Globals:
  Function:
    Runtime: nodejs20.x
    Timeout: 4
    Environment: { Variables: { STAGE: !Ref Stage, SHARED: global } }
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub 'orders-\${Stage}'
      CodeUri: src/
      Handler: app.lambdaHandler
      MemorySize: 256
      AutoPublishAlias: live
      Environment: { Variables: { SHARED: own, TABLE: !Ref Table, ARN: !Sub 'arn:\${AWS::Partition}:x:\${AWS::Region}' } }
  Typed: { Type: AWS::Serverless::Function, Properties: { CodeUri: typed, Handler: index.handler } }
  Snake: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.12, Handler: app.handler } }
`;
  const files = {
    'unused.mjs': says('folder'),
    'sam/template.yaml': template,
    'sam/src/app.mjs': `export const lambdaHandler = async (event, context) => ({ env: process.env, memory: context.memoryLimitInMB });`,
    'sam/typed/index.ts': `export const handler = async (event: { n: number }): Promise<number> => event.n + 1;`,
  };

  test('gives its Node functions with name, code, settings and alias, beside those of the folder', async () => {
    const first = await start(files);
    const endpoint = await start(
      { 'inFolder.mjs': says('folder') },
      { templateFile: join(first.folder, 'sam/template.yaml') },
    );
    const answer = await endpoint.invoke('orders-dev:live', {});
    expect(answer.json).toMatchObject({
      memory: '256',
      env: { STAGE: 'dev', SHARED: 'own', ARN: 'arn:aws:x:eu-central-1' },
    });
    expect((await endpoint.invoke('Typed', { n: 1 })).text).toBe('2');
    expect((await endpoint.invoke('inFolder', {})).text).toBe('"folder"');
    const configuration = await endpoint.send({
      method: 'GET',
      path: '/2015-03-31/functions/orders-dev/configuration',
      headers: {},
      body: '',
      isSigned: true,
    });
    expect(configuration.json).toMatchObject({ Handler: 'app.lambdaHandler', Timeout: 4, MemorySize: 256 });
    expect(endpoint.lines).toContainEqual(
      expect.stringContaining('Snake: runtime python3.12 is not run here'),
    );
    expect(endpoint.lines).toContainEqual(
      expect.stringContaining('orders-dev: the value of TABLE is known after a deployment only'),
    );
  });

  test('that cannot be read is a clear error; one with a mistake is said and gives no functions', async () => {
    await expect(start({}, { templateFile: '/no/template.yaml' })).rejects.toThrow(
      'The template /no/template.yaml cannot be read',
    );
    const endpoint = await start(
      { 'one.mjs': says('1') },
      { templateFile: writeTemp('template.yaml', 'Resources: [') },
    );
    expect((await endpoint.invoke('one', {})).status).toBe(200);
    expect(endpoint.lines[0]).toContain('template.yaml: ');
  });
});

test('writes nothing into the folder unless it is asked to', async () => {
  const endpoint = await start({ 'one.mjs': says('1') });
  await endpoint.invoke('one', {});
  expect(existsSync(join(endpoint.folder, '.versions'))).toBe(false);
  expect(existsSync(join(endpoint.folder, '.build'))).toBe(false);
});
