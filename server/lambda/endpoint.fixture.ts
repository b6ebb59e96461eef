import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { vi } from 'vitest';
import { type LambdaServer, type LambdaServerOptions, startLambdaServer } from './lambda-server.ts';

// Each cold start is a process of its own, and a busy machine takes its time: waiting longer proves the same.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } });

/** A local endpoint over a folder of its own, as a test wants it. */
export interface TestEndpoint extends LambdaServer {
  folder: string;
  /** Everything the terminal would show. */
  lines: string[];
  write(files: Readonly<Record<string, string>>): void;
  send(call: TestCall): Promise<TestAnswer>;
  invoke(functionName: string, event?: unknown, call?: Partial<TestCall>): Promise<TestAnswer>;
}

export interface TestCall {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  isSigned: boolean;
}

export interface TestAnswer {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
  /** The decoded log tail. */
  log: string;
}

export const testOrigin = 'http://127.0.0.1:7411';

export async function startTestEndpoint(
  files: Readonly<Record<string, string>>,
  options: Partial<LambdaServerOptions> = {},
): Promise<TestEndpoint> {
  const folder = mkdtempSync(join(tmpdir(), 'lambda-test-'));
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write(files);
  const lines: string[] = [];
  const server = await startLambdaServer({
    port: 0,
    functionsDir: folder,
    region: 'eu-central-1',
    allowedOrigins: () => [testOrigin],
    log: (line) => lines.push(line),
    ...options,
  });
  const send = (call: TestCall): Promise<TestAnswer> => sendTo(server, call);
  return {
    ...server,
    folder,
    lines,
    write,
    send,
    invoke: (functionName, event, call) => send({ ...invokeCall(functionName, event), ...call }),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function invokeCall(functionName: string, event: unknown): TestCall {
  return {
    method: 'POST',
    path: `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`,
    headers: { 'x-amz-log-type': 'Tail' },
    body: event === undefined ? '' : JSON.stringify(event),
    isSigned: true,
  };
}

/** Headers of a request with its signature, made by a signer that is not ours. */
export async function signedHeaders(
  server: Pick<LambdaServer, 'url' | 'region' | 'credentials'>,
  { method, path, headers, body }: Omit<TestCall, 'isSigned'>,
): Promise<Record<string, string>> {
  const signed = await new AwsV4Signer({
    method,
    url: `${server.url}${path}`,
    headers,
    ...(body.length > 0 && { body }),
    ...server.credentials,
    service: 'lambda',
    region: server.region,
    allHeaders: true,
  }).sign();
  return Object.fromEntries(signed.headers);
}

async function sendTo(server: LambdaServer, call: TestCall): Promise<TestAnswer> {
  const headers = call.isSigned ? await signedHeaders(server, call) : call.headers;
  return new Promise((resolve, reject) => {
    const { port } = server;
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      method: call.method,
      path: call.path,
      headers,
      agent: false,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const single = Object.entries(response.headers).map(
          ([name, value]) => [name, String(value)] as const,
        );
        resolve(toAnswer(response.statusCode ?? 0, Object.fromEntries(single), Buffer.concat(parts)));
      });
    });
    request.end(call.body);
  });
}

function toAnswer(status: number, headers: Record<string, string>, bytes: Buffer): TestAnswer {
  const text = bytes.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const log = Buffer.from(headers['x-amz-log-result'] ?? '', 'base64').toString('utf8');
  return { status, headers, bytes, text, json, log };
}

/** Whether a process runs; one that has ended and waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
