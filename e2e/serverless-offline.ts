import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCached } from '../tests/cached-packages.ts';

/** A Lambda-compatible server that was not written here. */
export interface ForeignServer {
  url: string;
  stop(): Promise<void>;
}

/** serverless-offline under osls, the fork of the Serverless Framework that needs no account. */
const packages = ['osls@4.3.1', 'serverless-offline@14.8.2'];

/**
 * Installs the server, where no earlier run has, and starts it on a free port with the functions hello, echo and
 * throws. Rejects with the reason when that is not possible: there may be no registry to install from.
 */
export async function startServerlessOffline(): Promise<ForeignServer> {
  const [modules, port] = await Promise.all([installCached(packages), freePort()]);
  const service = await writeService(modules);
  const child = spawn(process.execPath, [join(modules, 'osls', 'bin', 'serverless.js'), ...flags(port)], {
    cwd: service,
    env: cleanEnvironment(service),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the workers of the server end with it.
    detached: true,
  });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(service, { recursive: true, force: true });
  };
  try {
    await untilListening(child, port);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function writeService(modules: string): Promise<string> {
  const service = await mkdtemp(join(tmpdir(), 'invoke-console-service-'));
  await symlink(modules, join(service, 'node_modules'), 'junction');
  await writeFile(join(service, 'serverless.yml'), serviceDescription);
  await writeFile(join(service, 'handlers.mjs'), handlers);
  return service;
}

const serviceDescription = `service: foreign
provider: { name: aws, runtime: nodejs20.x, region: us-east-1 }
plugins: [serverless-offline]
functions:
  hello: { name: hello, handler: handlers.hello }
  echo: { name: echo, handler: handlers.echo }
  throws: { name: throws, handler: handlers.throws }
`;

const handlers = `export const hello = async (event) => ({ message: 'Hello, ' + event.name });
export const echo = async (event, context) => ({ event, clientContext: context.clientContext });
export const throws = async () => {
  throw new TypeError('thrown on purpose');
};
`;

/** Its own lists of headers would refuse x-amz-date. */
function flags(port: number): string[] {
  const sent = [
    'accept',
    'authorization',
    'content-type',
    'x-amz-client-context',
    'x-amz-content-sha256',
    'x-amz-date',
    'x-amz-invocation-type',
    'x-amz-log-type',
  ];
  const listen = ['--host', '127.0.0.1', '--lambdaPort', String(port)];
  const read = 'x-amz-function-error,x-amz-executed-version,x-amzn-requestid,x-amzn-errortype';
  return ['offline', 'start', ...listen, '--corsAllowHeaders', sent.join(), '--corsExposedHeaders', read];
}

/** Without any credentials or settings of the person who runs the tests. */
function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, CI: '1', SLS_TELEMETRY_DISABLED: '1' };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function untilListening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (): void => reject(new Error(`it did not start: ${text.trim()}`));
    const timer = setTimeout(fail, 60_000);
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (text.includes(`listening on http://127.0.0.1:${port}`)) settle(resolve);
    };
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', () => settle(fail));
  });
}

/** Nothing in there is worth an orderly end. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGKILL');
  await ended;
}
