import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, listen } from '../server/lambda/http/http-server.ts';
import type { ApiRequest } from '../server/lambda/http/messages.ts';
import { type SignatureRules, verifySignature } from '../server/lambda/http/verify-signature.ts';
import type { SigningKeys } from '../server/lambda/sts/key-ring.ts';
import type { CopyAsInput } from '../src/documents/copy-as/copy-as-types.ts';

export const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** The front door of the local endpoint, which verifies each signature and writes down what came through. */
export async function startRecorder(sessionToken?: string) {
  const requests: ApiRequest[] = [];
  const keys: SigningKeys = {
    ...credentials,
    ...(sessionToken && { sessionToken }),
    caller: { kind: 'user', arn: 'arn', userId: 'id' },
  };
  const rules: SignatureRules = {
    region: 'eu-central-1',
    service: 'lambda',
    find: (id) => (id === keys.accessKeyId ? keys : undefined),
    now: () => new Date(),
  };
  const server = await listen({
    port: 0,
    limits: DEFAULT_LIMITS,
    allowedOrigins: () => [],
    corsMode: 'aws',
    tooLarge: () => ({ status: 413, headers: {} }),
    async handle(request) {
      verifySignature(request, rules);
      requests.push(request);
      return { status: 200, headers: { 'x-amz-executed-version': '7' }, body: Buffer.from('"answered"') };
    },
  });
  return { ...server, requests, url: `http://127.0.0.1:${server.port}` };
}

/** A shell with nothing of this one's but the way to its programs, and the credentials. */
export function shellEnvironment(given: {
  sessionToken?: string;
  accessKeyId: string;
  secretAccessKey: string;
}) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: tmpdir(),
    LC_ALL: 'C.UTF-8',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: given.accessKeyId,
    AWS_SECRET_ACCESS_KEY: given.secretAccessKey,
    ...(given.sessionToken && { AWS_SESSION_TOKEN: given.sessionToken }),
  };
}

export interface ProgramEnd {
  code: number;
  stdout: Buffer;
  stderr: string;
}

/**
 * Runs a program to its end. It writes into files, as to a terminal it could: what Node gives to a
 * child otherwise is a socket, and nobody can open /dev/stdout when that is one.
 */
export async function runProgram(
  [file, ...args]: readonly [string, ...string[]],
  { env, cwd, input }: { env: Record<string, string>; cwd?: string; input?: string },
): Promise<ProgramEnd> {
  const folder = await mkdtemp(join(tmpdir(), 'copy-as-'));
  const [out, err] = await Promise.all(['out', 'err'].map((name) => open(join(folder, name), 'w+')));
  if (!out || !err) throw new Error('no files');
  try {
    const child = spawn(file, args, { env, stdio: ['pipe', out.fd, err.fd], ...(cwd && { cwd }) });
    // A program that ends without reading its input has not failed by that.
    child.stdin?.on('error', () => {}).end(input ?? '');
    const [code] = (await once(child, 'exit')) as [number | null];
    const [stdout, stderr] = await Promise.all(['out', 'err'].map((name) => readFile(join(folder, name))));
    return { code: code ?? -1, stdout: stdout ?? Buffer.of(), stderr: String(stderr) };
  } finally {
    await Promise.all([out.close(), err.close()]);
    await rm(folder, { recursive: true });
  }
}

/** Whether a program is installed and runs. */
export function has(file: string, ...args: string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function invocation(overrides: Partial<CopyAsInput> = {}): CopyAsInput {
  return {
    functionName: 'hello',
    qualifier: '',
    invocationType: 'RequestResponse',
    tailLog: false,
    stream: false,
    clientContext: '',
    tenantId: '',
    durableExecutionName: '',
    traceId: '',
    payload: new TextEncoder().encode('{"a":1}'),
    region: 'eu-central-1',
    endpoint: null,
    ...overrides,
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Payloads that a shell, a program or a terminal would like to do something with. */
export const payloads: readonly (readonly [string, Uint8Array])[] = [
  ['JSON of many lines', bytes('{\n  "a": "b",\n  "n": 1e400\n}\n')],
  ['quotes, substitutions and history', bytes(`it's $(id) \`id\` $HOME \\ !! "x" \\' '\\'' %s %n`)],
  ['the name of a file', bytes('@/etc/passwd')],
  ['an option', bytes('--region=evil')],
  ['emoji, typographic quotes and Cyrillic', bytes('{"k":"🚀 ‘’ “” мир"}')],
  ['a byte order mark and Windows lines', bytes('\uFEFF{\r\n"a":1\r\n}\r\n')],
  ['a tab, an escape and the end of a bracketed paste', bytes('a\tb\u001b[201~\rid\u0007\u007f\u009b31m')],
  ['marks that turn the writing', bytes('"\u202E\u2066x\u2069\u2028"')],
  ['a NUL, and percent signs after octal digits', bytes('a\u00007%d\\0101')],
  ['bytes that are no UTF-8', Uint8Array.from({ length: 256 }, (_none, index) => index)],
  ['half of a character at the end', new Uint8Array([0x22, 0xf0, 0x9f])],
  ['nothing but line ends', bytes('\n\n')],
];
