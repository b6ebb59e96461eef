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
    message: 'Lambda answered 200.',
  });
});

test('streams, and fails when the stream breaks off', async () => {
  const { code, out } = await command('run', join(root, 'functions/presets'), '--grep', 'breaks off');
  expect(out).toContain('stopped after 2 chunks');
  expect(code).toBe(1);
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
