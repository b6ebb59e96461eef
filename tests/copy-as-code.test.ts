import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyAs, type CopyAsFormat } from '../src/documents/copy-as/copy-as.ts';
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

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(root, 'node_modules/.copy-as-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const everything: Partial<CopyAsInput> = {
  functionName: 'hello:live',
  tailLog: true,
  clientContext: '{"custom":"é"}',
  tenantId: 'blue / green',
  durableExecutionName: 'order-7',
  traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793',
};

const languages = [
  { format: 'javascript', file: 'invoke.mjs', command: [process.execPath], isInstalled: true },
  {
    format: 'python',
    file: 'invoke.py',
    command: ['python3'],
    isInstalled: has('python3', '-c', 'import boto3'),
  },
] as const;

describe.each(languages)('$format', ({ format, file, command, isInstalled }) => {
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  beforeAll(async () => void (recorder = await startRecorder()));
  afterAll(() => recorder.close());
  const run = async (overrides: Partial<CopyAsInput>) => {
    const path = join(folder, file);
    writeFileSync(path, textOf(format, { endpoint: recorder.url, ...overrides }));
    const before = recorder.requests.length;
    const env = { ...shellEnvironment(credentials), NODE_NO_WARNINGS: '1' };
    const ended = await runProgram([...command, path], { env, cwd: folder });
    expect(recorder.requests.length, ended.stderr).toBe(before + 1);
    return { ...ended, request: recorder.requests.at(-1) };
  };

  test.skipIf(!isInstalled)(
    'sends payloads byte for byte (skipped where its SDK is not installed)',
    async () => {
      // boto3 takes a second to load: the payloads that differ most are enough for it.
      const some =
        format === 'python' ? payloads.filter((_payload, index) => [1, 5, 7, 9].includes(index)) : payloads;
      for (const [name, payload] of some) {
        const { request, stdout } = await run({ payload });
        expect(request?.body.toString('hex'), name).toBe(Buffer.from(payload).toString('hex'));
        expect(stdout.toString()).toBe('"answered"');
      }
    },
    120_000,
  );

  test.skipIf(!isInstalled)(
    'sends what else was asked for (skipped where its SDK is not installed)',
    async () => {
      const { request, code, stderr } = await run(everything);
      expect([code, stderr.trim()]).toEqual([0, '200 7']);
      expect([request?.path, request?.query]).toEqual([
        '/2015-03-31/functions/hello/invocations',
        'Qualifier=live',
      ]);
      expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
        'x-amz-log-type': 'Tail',
        'x-amz-client-context': Buffer.from('{"custom":"é"}').toString('base64'),
        'x-amz-tenant-id': 'blue / green',
        'x-amz-durable-execution-name': 'order-7',
        'x-amzn-trace-id': everything.traceId,
      });
    },
    60_000,
  );
});

describe('Python', () => {
  test.skipIf(!has('python3', '--version'))(
    'compiles in every form (skipped where it is not installed)',
    async () => {
      for (const [index, text] of forms('python').entries())
        writeFileSync(join(folder, `form_${index}.py`), text);
      const env = shellEnvironment(credentials);
      const { code, stderr } = await runProgram(['python3', '-m', 'compileall', '-q', folder], { env });
      expect([code, stderr]).toEqual([0, '']);
    },
  );
});

describe('JavaScript', () => {
  test('parses in every form', async () => {
    for (const [index, text] of forms('javascript').entries()) {
      const path = join(folder, `form-${index}.mjs`);
      writeFileSync(path, text);
      const { stderr } = await runProgram([process.execPath, '--check', path], { env: {} });
      expect(stderr).toBe('');
    }
  });
});

describe('Go', () => {
  test.skipIf(!has('gofmt', '-h'))(
    'is read by gofmt in every form (skipped where it is not installed)',
    async () => {
      for (const text of forms('go')) {
        const env = shellEnvironment(credentials);
        const { code, stderr } = await runProgram(['gofmt', '-e'], { env, input: text });
        expect([code, stderr]).toEqual([0, '']);
      }
    },
  );

  test('imports what it uses and nothing else, which its compiler insists on', () => {
    for (const text of forms('go')) {
      const [, imports = '', body = ''] = /import \(\n([^)]*)\)([^]*)$/.exec(text) ?? [];
      const names = [...imports.matchAll(/^\t(?:(\w+) )?"(?:.*\/)?(\w+)"$/gm)].map(
        ([, alias, last]) => alias ?? last,
      );
      expect(names.filter((name) => !new RegExp(`\\b${name}\\.`).test(body))).toEqual([]);
      for (const used of ['base64', 'types', 'smithyhttp', 'aws', 'fmt', 'os'])
        expect(names.includes(used), `${used}\n${text}`).toBe(new RegExp(`\\b${used}\\.[A-Z]`).test(body));
    }
  });
});

/** Each payload alone, and each way of invoking. */
function forms(format: CopyAsFormat): string[] {
  const ways: Partial<CopyAsInput>[] = [
    everything,
    { ...everything, stream: true },
    { invocationType: 'Event', durableExecutionName: 'd', payload: new Uint8Array(0) },
    { invocationType: 'DryRun', stream: true },
    { stream: true, tailLog: true },
  ];
  return [...payloads.map(([, payload]) => ({ payload })), ...ways].map((way) => textOf(format, way));
}

function textOf(format: CopyAsFormat, overrides: Partial<CopyAsInput>): string {
  const copied = copyAs(format, invocation(overrides));
  if (!copied.ok) throw new Error(copied.message);
  return copied.text;
}
