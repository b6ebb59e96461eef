import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
      // By builtins alone: a process for each payload took a loaded machine longer than a test may take.
      const { stdout, stderr } = await run(all.map((bytes) => `${printfOf(bytes)}; echo .`).join('\n'));
      expect(stderr).toBe('');
      let at = 0;
      for (const bytes of all) {
        const written = stdout.subarray(at, at + bytes.length + 2);
        expect(written.toString('hex')).toBe(Buffer.concat([bytes, Buffer.from('.\n')]).toString('hex'));
        at += written.length;
      }
      expect(stdout).toHaveLength(at);
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
  /** To a recorder of its own, so that several can be under way. */
  const send = async (overrides: Partial<CopyAsInput>, given: { sessionToken?: string } = {}) => {
    const recorder = await startRecorder(given.sessionToken);
    const copied = copyAs(format, invocation({ endpoint: recorder.url, ...overrides }));
    if (!copied.ok) throw new Error(copied.message);
    const own = shellEnvironment({ ...credentials, ...given });
    // Into a pipe, as at a terminal: of a file, /dev/stdout would be opened at its beginning.
    const ended = await runProgram(['bash', '-s'], { env: own, input: `{ ${copied.text}} | cat` });
    await recorder.close();
    expect(recorder.requests.length, `${copied.text}\n${ended.stderr}`).toBe(1);
    return { ...ended, request: recorder.requests.at(0) };
  };

  test.skipIf(!isInstalled)(
    'sends every payload byte for byte (skipped where it is not installed)',
    async () => {
      // The CLI takes a second to start: the payloads that differ most are enough for it.
      const some =
        format === 'curl' ? payloads : payloads.filter((_payload, index) => [1, 6, 9].includes(index));
      await Promise.all(
        some.map(async ([name, payload]) => {
          const { request, stdout } = await send({ payload });
          expect(request?.body.toString('hex'), name).toBe(Buffer.from(payload).toString('hex'));
          expect(stdout.toString()).toContain('"answered"');
        }),
      );
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
      const { request } = await send({}, { sessionToken: 'a/token+with=signs' });
      expect(request?.headers.get('x-amz-security-token')).toBe('a/token+with=signs');
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
