import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runSuite } from './run-suite.mjs';
import type { Outcome } from './run-suite.mjs';
import type { Suite } from './suites.mjs';

const root = mkdtempSync(join(tmpdir(), 'run-suite-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A stand-in for a test runner: prints, writes the report it was asked for, and ends with a code. */
function run(
  counts: Suite['counts'],
  program: { report?: object; print?: string; code?: number },
): Promise<Outcome> {
  const { report, print = '', code = 0 } = program;
  const file = `tool-${Math.random().toString(36).slice(2)}.mjs`;
  writeFileSync(
    join(root, file),
    `import { writeFileSync } from 'node:fs';
     const asked = process.argv.find((text) => text.startsWith('--outputFile.json='))?.split('=')[1];
     const file = asked ?? process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;
     const report = ${JSON.stringify(report ?? null)};
     if (report) writeFileSync(file, JSON.stringify(report));
     process.stdout.write(${JSON.stringify(print)});
     process.exitCode = ${code};`,
  );
  const suite: Suite = { name: 'tool', what: 'a tool', command: [file], ...(counts ? { counts } : {}) };
  return runSuite(suite, root);
}

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } };

test('a check without tests of its own counts as one', async () => {
  expect(await run(undefined, {})).toMatchObject({ code: 0, passed: 1, failed: 0, skipped: 0 });
  expect(await run(undefined, { code: 3 })).toMatchObject({ code: 3, passed: 0, failed: 1 });
});

test('the counts of Vitest are read from its report', async () => {
  expect(await run('vitest', { report: vitest })).toMatchObject({
    code: 0,
    passed: 7,
    failed: 0,
    skipped: 3,
  });
});

test('the counts of Playwright are read from its report, and a flaky test is a failed one', async () => {
  expect(await run('playwright', { report: playwright, code: 1 })).toMatchObject({
    code: 1,
    passed: 5,
    failed: 2,
    skipped: 3,
  });
});

test('a suite that fails beside its tests never ends as 0 failed', async () => {
  expect(await run('vitest', { report: vitest, code: 1 })).toMatchObject({ code: 1, passed: 7, failed: 1 });
  expect(await run('vitest', { code: 1 })).toMatchObject({ code: 1, passed: 0, failed: 1 });
});

test('each line of the size check is a test', async () => {
  const print = 'ok   a: 1 kB of 2 kB\nFAIL b: 3 kB of 2 kB\nok   c: none\n';
  expect(await run('lines', { print, code: 1 })).toMatchObject({ passed: 2, failed: 1, output: print });
});

test('what a suite prints is kept without the colours of a terminal', async () => {
  expect((await run(undefined, { print: '\u001b[31mred\u001b[0m' })).output).toBe('red');
});
