// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { name: string, code: number, seconds: number, output: string }} Outcome
 *
 * @typedef {import('./suites.mjs').Suite} Suite
 */

/**
 * Runs one suite in a process of its own, keeps what it prints, and counts its tests.
 *
 * @param {Suite} suite
 * @param {string} root
 * @returns {Promise<Outcome>}
 */
export async function runSuite(suite, root) {
  const folder = mkdtempSync(join(tmpdir(), 'suite-'));
  const reportFile = join(folder, 'report.json');
  const startedAt = Date.now();
  try {
    const { code, output } = await run(
      [...suite.command, ...reportArguments(suite, reportFile)],
      root,
      reportFile,
    );
    const counts = consistent(countsOf(suite, reportFile, { code, output }), code);
    return { name: suite.name, code, seconds: (Date.now() - startedAt) / 1000, output, ...counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {string} root
 * @param {string} reportFile
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args, root, reportFile) {
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, CI: '1', NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
    delete env['FORCE_COLOR'];
    const child = spawn(process.execPath, [...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/**
 * @param {Suite} suite
 * @param {string} reportFile
 */
function reportArguments(suite, reportFile) {
  if (suite.counts !== 'vitest') return [];
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
}

/**
 * @param {Suite} suite
 * @param {string} reportFile
 * @param {{ code: number, output: string }} result
 * @returns {Counts}
 */
function countsOf(suite, reportFile, { code, output }) {
  if (suite.counts === 'lines') {
    const lines = output.split('\n');
    return {
      passed: lines.filter((line) => line.startsWith('ok ')).length,
      failed: lines.filter((line) => line.startsWith('FAIL ')).length,
      skipped: 0,
    };
  }
  const report = suite.counts ? readReport(reportFile) : undefined;
  if (suite.counts === 'vitest' && report) {
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  if (suite.counts === 'playwright' && report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * A suite can fail beside its tests: a file that does not load, an error after the last test.
 *
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function consistent(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
