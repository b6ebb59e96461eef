import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
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
  {
    format: 'javascript',
    extension: '.mjs',
    command: [process.execPath],
    isInstalled: true,
    all: (names: readonly string[]) => names.map((name) => `await import('./${name}');`).join('\n'),
  },
  {
    format: 'python',
    extension: '.py',
    command: ['python3'],
    isInstalled: has('python3', '-c', 'import boto3'),
    all: (names: readonly string[]) =>
      [
        'import os, runpy',
        ...names.map((name) => `runpy.run_path(os.path.dirname(__file__) + '/${name}')`),
      ].join('\n'),
  },
] as const;

describe.each(languages)('$format', ({ format, extension, command, isInstalled, all }) => {
  /** To a recorder of its own, so that several can be under way. One program for all, as an SDK takes its time to load. */
  const run = async (...invocations: Partial<CopyAsInput>[]) => {
    const recorder = await startRecorder();
    const own = mkdtempSync(join(folder, 'run-'));
    const names = invocations.map((overrides, index) => {
      const name = `invoke_${index}${extension}`;
      writeFileSync(join(own, name), textOf(format, { endpoint: recorder.url, ...overrides }));
      return name;
    });
    writeFileSync(join(own, `all${extension}`), all(names));
    const env = { ...shellEnvironment(credentials), NODE_NO_WARNINGS: '1' };
    const ended = await runProgram([...command, join(own, `all${extension}`)], { env, cwd: folder });
    await recorder.close();
    expect(recorder.requests.length, ended.stderr).toBe(invocations.length);
    return { ...ended, requests: recorder.requests };
  };

  test.skipIf(!isInstalled)(
    'sends payloads byte for byte (skipped where its SDK is not installed)',
    async () => {
      const { requests, stdout } = await run(...payloads.map(([, payload]) => ({ payload })));
      expect(requests.map(({ body }) => body.toString('hex'))).toEqual(
        payloads.map(([, payload]) => Buffer.from(payload).toString('hex')),
      );
      expect(stdout.toString()).toBe('"answered"'.repeat(payloads.length));
    },
    60_000,
  );

  test.skipIf(!isInstalled)(
    'sends what else was asked for (skipped where its SDK is not installed)',
    async () => {
      const { requests, code, stderr } = await run(everything);
      const [request] = requests;
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
  test('parses in every form', () => {
    for (const text of forms('javascript')) expect(parseAst(text).type).toBe('Program');
    expect(() => parseAst('const broken = ;')).toThrow();
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
