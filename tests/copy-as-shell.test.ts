import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import hostile from './vectors/hostile.json' with { type: 'json' };
import { printfOf, shellWord } from '../src/documents/copy-as/shell.ts';
import { copyAs } from '../src/documents/copy-as/copy-as.ts';
import type { CopyAsInput } from '../src/documents/copy-as/copy-as-types.ts';
import {
  credentials,
  has,
  invocation,
  payloads,
  runProgram,
  shellEnvironment,
  startRecorder,
} from './copy-as.fixture.ts';

const env = shellEnvironment(credentials);
const shells = ['bash', 'dash', 'zsh', 'busybox'].map((name) => ({
  name,
  command: name === 'busybox' ? (['busybox', 'sh'] as const) : ([name] as const),
  isInstalled: name === 'busybox' ? has('busybox', 'sh', '-c', ':') : has(name, '-c', ':'),
}));

describe.each(shells)('$name', ({ name, command, isInstalled }) => {
  const run = (script: string) =>
    runProgram([...command, '-s'] as [string, ...string[]], { env, input: script });

  test.skipIf(!isInstalled)(
    `reads every word back as it was (skipped where ${name} is not installed)`,
    async () => {
      const words = [
        ...fc.sample(fc.string({ unit: 'binary' }), { numRuns: 300, seed: 7 }),
        ...hostile.items.filter(({ id }) => id.startsWith('curl-')).map(({ input }) => String(input)),
        '=ls',
        '~root',
        '-n',
        '',
        '*',
        '%1',
        "'",
        '\\',
      ].filter((word) => !word.includes('\0') && word.isWellFormed());
      const { stdout } = await run(`printf '%s\\0' ${words.map(shellWord).join(' ')}`);
      expect(stdout.toString().split('\0').slice(0, -1)).toEqual(words);
    },
  );

  test.skipIf(!isInstalled)(
    `writes every payload byte for byte (skipped where ${name} is not installed)`,
    async () => {
      const samples = fc.sample(fc.uint8Array({ maxLength: 300 }), { numRuns: 100, seed: 7 });
      const all = [...payloads.map(([, bytes]) => bytes), ...samples];
      const { stdout, stderr } = await run(
        all.map((bytes) => `${printfOf(bytes)} | od -An -v -tx1; echo .`).join('\n'),
      );
      const written = stdout
        .toString()
        .split('.\n')
        .slice(0, -1)
        .map((hex) => hex.replaceAll(/\s/g, ''));
      expect(stderr).toBe('');
      expect(written).toEqual(all.map((bytes) => Buffer.from(bytes).toString('hex')));
    },
  );
});

test('nothing that a terminal acts on is left in a line, line ends aside', () => {
  for (const [, bytes] of payloads)
    expect(printfOf(bytes)).toMatch(/^[^\p{Cc}\u2028-\u202E\u2066-\u2069]*$/mu);
});

const tools = [
  { format: 'curl', isInstalled: has('curl', '--aws-sigv4', 'aws:amz', '--version') },
  { format: 'aws-cli', isInstalled: has('aws', '--version') },
] as const;

describe.each(tools)('$format', ({ format, isInstalled }) => {
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  beforeAll(async () => void (recorder = await startRecorder()));
  afterAll(() => recorder.close());
  const send = async (overrides: Partial<CopyAsInput>, given = env) => {
    const copied = copyAs(format, invocation({ endpoint: recorder.url, ...overrides }));
    if (!copied.ok) throw new Error(copied.message);
    const before = recorder.requests.length;
    // Into a pipe, as at a terminal: of a file, /dev/stdout would be opened at its beginning.
    const ended = await runProgram(['bash', '-s'], { env: given, input: `{ ${copied.text}} | cat` });
    expect(recorder.requests.length, `${copied.text}\n${ended.stderr}`).toBe(before + 1);
    return { ...ended, text: copied.text, request: recorder.requests.at(-1) };
  };

  test.skipIf(!isInstalled)(
    'sends every payload byte for byte (skipped where it is not installed)',
    async () => {
      // The CLI takes a second to start: the payloads that differ most are enough for it.
      const some =
        format === 'curl' ? payloads : payloads.filter((_payload, index) => [1, 6, 9].includes(index));
      for (const [name, payload] of some) {
        const { request, stdout } = await send({ payload });
        expect(request?.body.toString('hex'), name).toBe(Buffer.from(payload).toString('hex'));
        expect(stdout.toString()).toContain('"answered"');
      }
    },
    60_000,
  );

  test.skipIf(!isInstalled)(
    'sends what else was asked for (skipped where it is not installed)',
    async () => {
      const { request } = await send({
        functionName: '-x_y',
        qualifier: '$LATEST',
        tailLog: true,
        clientContext: '{"custom":"é"}',
        tenantId: 'blue / green',
        durableExecutionName: '-order-7',
      });
      expect([request?.path, request?.query]).toEqual([
        '/2015-03-31/functions/-x_y/invocations',
        'Qualifier=%24LATEST',
      ]);
      expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
        'x-amz-log-type': 'Tail',
        'x-amz-client-context': Buffer.from('{"custom":"é"}').toString('base64'),
        'x-amz-tenant-id': 'blue / green',
        'x-amz-durable-execution-name': '-order-7',
      });
    },
    60_000,
  );

  test.skipIf(!isInstalled)(
    'sends no body for an empty payload (skipped where it is not installed)',
    async () => {
      const { request } = await send({ payload: new Uint8Array(0), invocationType: 'Event' });
      expect(request?.body).toHaveLength(0);
      expect(request?.headers.get('x-amz-invocation-type')).toBe('Event');
    },
    60_000,
  );

  test.skipIf(!isInstalled)(
    'signs with a session token too (skipped where it is not installed)',
    async () => {
      const own = await startRecorder('a/token+with=signs');
      const copied = copyAs(format, invocation({ endpoint: own.url }));
      const given = shellEnvironment({ ...credentials, sessionToken: 'a/token+with=signs' });
      await runProgram(['bash', '-s'], { env: given, input: copied.ok ? copied.text : '' });
      await own.close();
      expect(own.requests).toHaveLength(1);
    },
    60_000,
  );
});

test.each(['curl', 'aws-cli', 'javascript', 'python', 'go'] as const)(
  '%s takes credentials from the environment alone',
  (format) => {
    const copied = copyAs(format, invocation({ tailLog: true, traceId: 'Root=1-2-3' }));
    const text = copied.ok ? copied.text : '';
    expect(text).not.toMatch(/AKIA|ASIA|Authorization|Signature=/i);
    expect(text).toContain('hello');
  },
);
