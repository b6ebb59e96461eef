import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLambdaServer, type LambdaServer } from '../../lambda/lambda-server.ts';
import { presetsCommand } from './presets-command.ts';
import { runHelp } from './run-flags.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let cwd = '';
let server: LambdaServer;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'presets-run-'));
  server = await startLambdaServer({
    port: 0,
    functionsDir: join(root, 'functions'),
    region: 'eu-west-1',
    allowedOrigins: () => [],
    log: () => undefined,
  });
  await writeFile(join(cwd, 'good.json'), pack([['hello', '{"name":"Ada"}']]));
  await writeFile(
    join(cwd, 'bad.json'),
    pack([
      ['throws', '{"order":1}'],
      ['no-such-function', '{}'],
    ]),
  );
});

afterAll(async () => {
  await server.close();
  await rm(cwd, { recursive: true });
});

function pack(requests: [functionName: string, payload: string][]): string {
  const presets = requests.map(([functionName, payload]) => ({
    name: `<${functionName}> & "more"`,
    request: { functionName, payload },
  }));
  return JSON.stringify({ format: 'invoke-console/presets', version: 1, presets });
}

async function command(...argv: string[]): Promise<{ code: number; out: string; said: string }> {
  let out = '';
  let said = '';
  const code = await presetsCommand(argv, {
    cwd,
    root,
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL_LAMBDA: server.url,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
    },
    out: (text) => (out += text),
    say: (text) => (said += text),
  });
  return { code, out, said };
}

test('succeeds when every preset does, and says where it sent', async () => {
  const { code, out, said } = await command('run', 'good.json');
  expect(out).toMatch(
    /^ok {5} 200 +\d+ ms {2}hello {2}<hello> & "more"\n1 presets, 1 succeeded, 0 failed\n$/,
  );
  expect(said).toContain(server.url);
  expect(code).toBe(0);
});

test('fails on a function error and on an API error, with what they said', async () => {
  const { code, out } = await command('run', 'bad.json');
  expect(out).toContain('function: OrderNotFoundError: There is no order 1.');
  expect(out).toContain('api: ');
  expect(code).toBe(1);
});

test('a file that is no preset fails the run', async () => {
  await writeFile(join(cwd, 'broken.json'), '{');
  const { code, out } = await command('run', 'broken.json');
  expect(out).toContain('preset: This is not JSON');
  expect(code).toBe(1);
});

test('the example presets run on an endpoint of their own when nothing else is known', async () => {
  let out = '';
  const argv = ['run', join(root, 'functions/presets'), '--grep', 'greet', '--json'];
  const place = { cwd, root, env: {}, out: (text: string) => (out += text), say: () => undefined };
  expect(await presetsCommand(argv, place)).toBe(0);
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({ total: 4, failed: 0 });
  expect(report).toHaveProperty('presets.0.checks.0', {
    name: 'api',
    ok: true,
    verdict: 'passed',
    message: 'Lambda answered 200.',
  });
});

test('streams, and fails when the stream breaks off', async () => {
  const { code, out } = await command('run', join(root, 'functions/presets'), '--grep', 'breaks off');
  expect(out).toContain('stopped after 2 chunks');
  expect(code).toBe(1);
});

async function expecting(functionName: string, payload: string, expectations: object[]): Promise<void> {
  const presets = [{ name: 'p', request: { functionName, payload }, expectations }];
  const document = { format: 'invoke-console/presets', version: 1, presets };
  await writeFile(join(cwd, 'expecting.json'), JSON.stringify(document));
}

test('fails when one expectation does, and names each that did and each that is not known', async () => {
  await expecting('hello', '{"name":"Ada"}', [
    { kind: 'status', is: 200 },
    { kind: 'json-exists', path: '$.nowhere' },
    { kind: 'log-contains', text: 'never\nlogged' },
    { kind: 'cold-start', is: true },
  ]);
  const { code, out } = await command('run', 'expecting.json');
  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^FAILED  200/),
    '        expectation: The response has $.nowhere: but found nothing is there',
    '        expectation: Log contains “never logged”: but found it is not there',
    '        expectation: Not understood: {"kind":"cold-start","is":true}: not known, this version does not know it',
    '1 presets, 0 succeeded, 1 failed',
    '',
  ]);
  const json: unknown = JSON.parse((await command('run', 'expecting.json', '--json')).out);
  expect(json).toMatchObject({ failed: 1 });
  expect(json).toHaveProperty('presets.0.checks.3', {
    name: 'expectation',
    ok: false,
    verdict: 'failed',
    message: 'The response has $.nowhere: but found nothing is there',
  });
  const junit = await command('run', 'expecting.json', '--junit');
  expect(junit.code).toBe(1);
  expect(junit.out.match(/<failure type="expectation"/g)).toHaveLength(2);
  expect(junit.out).toContain('<system-out>Not understood');
});

test('fails on what is not known where that is asked for, and says so', async () => {
  await expecting('hello', '{"name":"Ada"}', [
    { kind: 'status', is: 200 },
    { kind: 'cold-start', is: true },
  ]);
  expect(await command('run', 'expecting.json')).toMatchObject({ code: 0 });
  const { code, out } = await command('run', 'expecting.json', '--strict');
  expect(code).toBe(1);
  expect(out).toMatch(/^FAILED  200/);
  expect(out).toContain('this version does not know it (failed by --strict)');
  const junit = await command('run', 'expecting.json', '--strict', '--junit');
  expect(junit.out.match(/<failure type="expectation"/g)).toHaveLength(1);
});

test('a function error that is expected passes, and one that stays out fails', async () => {
  const expectations = [
    { kind: 'outcome', is: 'function-error' },
    { kind: 'json-equals', path: '$.errorType', value: '"OrderNotFoundError"' },
  ];
  await expecting('throws', '{"order":1}', expectations);
  expect(await command('run', 'expecting.json')).toMatchObject({ code: 0 });
  await expecting('hello', '{"name":"Ada"}', expectations.slice(0, 1));
  const { code, out } = await command('run', 'expecting.json');
  expect(out).toContain('expectation: Outcome is function error: but found success');
  expect(code).toBe(1);
});

test('a refusal that is expected passes; a lost answer is none', async () => {
  await expecting('no-such-function', '{}', [{ kind: 'status', is: 404 }]);
  expect(await command('run', 'expecting.json')).toMatchObject({ code: 0 });
  await expecting('no-such-function', '{}', [{ kind: 'outcome', is: 'rejected' }]);
  expect(await command('run', 'expecting.json')).toMatchObject({ code: 0 });
  await expecting('hello', '{}', [{ kind: 'outcome', is: 'rejected' }]);
  expect(await command('run', 'expecting.json', '--endpoint', 'http://127.0.0.1:9')).toMatchObject({
    code: 1,
  });
});

test('writes JUnit that a reader of XML takes, whatever the names are', async () => {
  const { code, out } = await command('run', 'bad.json', '--junit');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites tests="2" failures="2" errors="0"/,
  );
  expect(out).toContain('name="&#60;throws&#62; &#38; &#34;more&#34;"');
  expect(out.match(/<testcase /g)).toHaveLength(2);
  expect(out.match(/<failure /g)).toHaveLength(2);
  expect(out).not.toMatch(/&(?!#\d+;)/);
});

test('never uses the endpoint that a preset names', async () => {
  const document = JSON.parse(pack([['hello', '{}']])) as { presets: object[] };
  Object.assign(document.presets[0] ?? {}, {
    target: { region: 'us-east-1', endpoint: 'http://localhost:4599' },
  });
  await writeFile(join(cwd, 'foreign.json'), JSON.stringify(document));
  expect((await command('run', 'foreign.json')).code).toBe(0);
});

test.each([
  [['run'], 'one folder or file'],
  [['list', '.'], 'the word run'],
  [['run', 'nowhere.json'], 'ENOENT'],
  [['run', 'good.json', '--grep', 'nothing like it'], 'no preset to run'],
  [['run', 'good.json', '--json', '--junit'], 'exclude each other'],
  [['run', 'good.json', '--endpoint', 'localhost'], '--endpoint takes'],
  [['run', 'good.json', '--wrong'], '--wrong'],
])('%j is refused with one line and code 2', async (argv, words) => {
  const { code, out, said } = await command(...argv);
  expect([code, out]).toEqual([2, '']);
  expect(said).toContain(words);
});

test('--help names every flag', async () => {
  const { code, out } = await command('--help');
  expect([code, out]).toEqual([0, runHelp]);
});

test('variables of a preset get their values, and one without a value is sent nowhere', async () => {
  const payload = '{"table":"{{env.table}}","n":"{{randomInt 7 7|number}}","id":"{{uuid}}"}';
  const request = { functionName: 'echo', payload, variables: true };
  const presets = [{ name: 'made', request }];
  await writeFile(
    join(cwd, 'variables.json'),
    JSON.stringify({ format: 'invoke-console/presets', version: 1, presets }),
  );
  const given = await command('run', 'variables.json', '--json', '--env', 'table=orders=1');
  expect(given.code).toBe(0);
  expect(given.out).toContain('orders=1');
  expect(given.out).not.toContain('{{');
  const missing = await command('run', 'variables.json');
  expect(missing.code).toBe(1);
  expect(missing.out).toContain('line 1, column 11');
  expect((await command('run', 'variables.json', '--env', 'table')).code).toBe(2);
});
