import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { startConsole } from './console-process.ts';

/** What a person meets in the terminal, before any page. */
const start = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `npm start` with flags that end it by itself. */
function runStart(...flags: string[]): Promise<Ended> {
  return runNode(start, ...flags);
}

function runNode(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

test('a flag that does not exist ends with code 2 and one line on stderr', async () => {
  const { code, stdout, stderr } = await runStart('--prot', '1');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe("Unknown option '--prot'. --help lists the flags.\n");
});

test('a Node that is too old is told so in one line', async () => {
  const old = `Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })`;
  const { code, stdout, stderr } = await runNode(
    '--import',
    `data:text/javascript,${encodeURIComponent(old)}`,
    start,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('Invoke Console needs Node 20.19 or newer; this is Node 18.20.4.\n');
});

test('a folder that cannot be read ends with code 2 and one line on stderr', async () => {
  const { code, stderr } = await runStart('--functions', '/does/not/exist');
  expect(code).toBe(2);
  expect(stderr).toBe('--functions: there is no such folder: /does/not/exist\n');
});

test('--help lists the flags on stdout', async () => {
  const { code, stdout } = await runStart('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--functions DIR');
});

test('stdout holds the two addresses and the export lines, and nothing else', async () => {
  const server = await startConsole();
  await server.stop();
  expect(
    server
      .stdout()
      .replaceAll(/\d{4,5}/g, 'PORT')
      .split('\n'),
  ).toEqual([
    'Invoke Console: http://127.0.0.1:PORT/',
    'Local Lambda: http://127.0.0.1:PORT',
    'export AWS_ENDPOINT_URL_LAMBDA=http://127.0.0.1:PORT',
    'export AWS_ENDPOINT_URL_STS=http://127.0.0.1:PORT',
    'export AWS_REGION=us-east-1',
    'export AWS_DEFAULT_REGION=us-east-1',
    expect.stringMatching(/^export AWS_ACCESS_KEY_ID=\w+$/),
    expect.stringMatching(/^export AWS_SECRET_ACCESS_KEY=\S+$/),
    'export AWS_SESSION_TOKEN=',
    '',
  ]);
});

test('the export lines lead the AWS SDK to a handler of the folder, and Ctrl-C leaves no process behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'functions-'));
  await writeFile(
    join(folder, 'whoami.mjs'),
    'export const handler = async (event) => ({ event, pid: process.pid });\n',
  );
  const server = await startConsole(['--functions', folder]);
  const exported = Object.fromEntries(
    [...server.stdout().matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  const client = new LambdaClient({
    endpoint: exported['AWS_ENDPOINT_URL_LAMBDA'] ?? '',
    region: exported['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: exported['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: exported['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });
  const answer = await client.send(new InvokeCommand({ FunctionName: 'whoami', Payload: '{"a":1}' }));
  const { event, pid } = JSON.parse(answer.Payload?.transformToString() ?? '') as {
    event: unknown;
    pid: number;
  };
  client.destroy();
  expect(event).toEqual({ a: 1 });

  const code = await server.stop('SIGINT');
  expect(code).toBe(0);
  expect(isRunning(pid)).toBe(false);
  await rm(folder, { recursive: true });
});

test('a second start finds the running one, says so and ends well', async () => {
  const server = await startConsole();
  const { code, stdout, stderr } = await runStart(
    '--port',
    String(new URL(server.pageUrl).port),
    '--no-open',
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Invoke Console: ${server.pageUrl}\n` });
  expect(stderr).toContain('runs already');
  await server.stop();
});

test('a port that another program holds is passed over, with a warning that saved data stays behind', async () => {
  const other = createServer((_request, response) => response.end('another program')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const server = await startConsole(['--port', String(port)]);
  expect(Number(new URL(server.pageUrl).port)).toBeGreaterThan(port);
  expect(server.log()).toContain(`Port ${port} is taken by another program`);
  expect(server.log()).toContain(`belong to http://127.0.0.1:${port}/`);
  await server.stop();
  other.close();
});

test('nothing of the shell reaches the page: a secret in the environment is in no answer', async ({
  request,
}) => {
  const server = await startConsole([], {
    AWS_SECRET_ACCESS_KEY: 'canary-of-the-shell',
    AWS_SESSION_TOKEN: 'canary-token-of-the-shell',
  });
  for (const path of ['', 'connection.json', 'assets/', '.env']) {
    const answer = await request.get(`${server.pageUrl}${path}`);
    const text = `${JSON.stringify(answer.headers())}${await answer.text()}`;
    expect(text).not.toContain('of-the-shell');
  }
  expect(server.stdout() + server.log()).not.toContain('of-the-shell');
  await server.stop();
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
