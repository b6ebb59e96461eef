// @ts-check
import { requireNode } from './node-version.mjs';

/**
 * `npm test`: every check of the project on a fresh clone, one line each, then `N passed, N failed`.
 * Names of suites after it run these alone: `npm test -- lint unit`.
 */
requireNode();
const { existsSync } = await import('node:fs');
const { fileURLToPath } = await import('node:url');
const { ensureBrowser } = await import('./browser.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { runSuite } = await import('./run-suite.mjs');
const { phases } = await import('./suites.mjs');

const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = Date.now();
const chosen = process.argv.slice(2);
if (chosen.includes('--help')) {
  const lines = phases.flat(2).map(({ name, what }) => `  ${name.padEnd(8)} ${what}\n`);
  process.stdout.write(
    `Usage: npm test -- [suite ...]\n\nWithout a name all of them run:\n${lines.join('')}`,
  );
  process.exit(0);
}
const unknown = chosen.filter((name) => !phases.flat(2).some((suite) => suite.name === name));
if (unknown.length > 0) {
  const names = phases.flat(2).map(({ name }) => name);
  process.stderr.write(`There is no suite ${unknown.join(', ')}. The suites are: ${names.join(', ')}.\n`);
  process.exit(2);
}

try {
  await ensureInstalled(root);
  if (wanted(phases.flat(2)).some(({ browser }) => browser))
    process.env['CHROMIUM_PATH'] = await ensureBrowser(root);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n\n0 passed, 1 failed\n`);
  process.exit(1);
}

/** @type {import('./run-suite.mjs').Outcome[]} */
const outcomes = [];
for (const phase of phases) {
  await Promise.all(phase.map(runInTurn));
}
report();

/**
 * The suites of one lane follow each other; lanes of a phase share the machine's two cores.
 *
 * @param {readonly import('./suites.mjs').Suite[]} lane
 */
async function runInTurn(lane) {
  for (const suite of wanted(lane)) {
    const obstacle = obstacleOf(suite);
    const outcome = obstacle === undefined ? await runSuite(suite, root) : notRun(suite.name, obstacle);
    outcomes.push(outcome);
    process.stdout.write(lineOf(outcome));
    if (outcome.code !== 0) process.stdout.write(`\n${outcome.output.trimEnd()}\n\n`);
  }
}

/**
 * Why a suite cannot be run, if so.
 *
 * @param {import('./suites.mjs').Suite} suite
 */
function obstacleOf({ after, needs }) {
  if (outcomes.some(({ name, code }) => name === after && code !== 0))
    return `not run, because ${after} failed`;
  return needs && !existsSync(`${root}/${needs}`)
    ? `not run, because ${needs} is missing: npm run build`
    : undefined;
}

/**
 * @param {string} name
 * @param {string} output
 * @returns {import('./run-suite.mjs').Outcome}
 */
function notRun(name, output) {
  return { name, code: 1, seconds: 0, passed: 0, failed: 1, skipped: 0, output };
}

/** @param {readonly import('./suites.mjs').Suite[]} suites */
function wanted(suites) {
  return suites.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
}

/** @param {import('./run-suite.mjs').Outcome} outcome */
function lineOf({ name, code, seconds, passed, failed, skipped }) {
  const counts = [
    `${passed} passed`,
    ...(failed ? [`${failed} failed`] : []),
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  return `${code === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${counts.join(', ')}\n`;
}

function report() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  process.stdout.write(
    `all   ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n\n${sum.passed} passed, ${sum.failed} failed${skipped}\n`,
  );
  process.exitCode = outcomes.find(({ code }) => code !== 0)?.code ?? 0;
}
