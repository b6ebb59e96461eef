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
    expect(problems.join('\n')).toMatch(/not a name: not a function name/);
    expect(problems.join('\n')).toMatch(/twice: there are a file and a folder/);
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

test('writes nothing into the folder unless it is asked to', async () => {
  const endpoint = await start({ 'one.mjs': says('1') });
  await endpoint.invoke('one', {});
  expect(existsSync(join(endpoint.folder, '.versions'))).toBe(false);
  expect(existsSync(join(endpoint.folder, '.build'))).toBe(false);
});
