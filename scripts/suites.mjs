// @ts-check

/**
 * One check of the project.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} what In a few words.
 * @property {readonly string[]} command A script of node_modules or scripts/, and its arguments; Node runs it.
 * @property {'vitest' | 'playwright' | 'lines'} [counts] Where the number of tests comes from; without it the suite is one.
 * @property {boolean} [browser] Whether it needs a Chromium.
 * @property {string} [after] A suite without whose success this one says nothing.
 * @property {string} [needs] A file that an earlier suite makes.
 */

/** @type {Suite} */
const format = {
  name: 'format',
  what: 'layout of all files',
  command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'],
};

/** @type {Suite} */
const lint = {
  name: 'lint',
  what: 'style guide and allowed imports',
  command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '.'],
};

/** @type {Suite} */
const types = {
  name: 'types',
  what: 'TypeScript, all projects',
  command: ['node_modules/typescript/bin/tsc', '-b'],
};

/** @type {Suite} */
const unused = {
  name: 'unused',
  what: 'files, exports and dependencies that nothing uses',
  command: ['node_modules/knip/bin/knip.js'],
};

/** @type {Suite} */
const build = { name: 'build', what: 'the page and the server', command: ['scripts/build.mjs'] };

/** @type {Suite} */
const sizes = {
  name: 'sizes',
  what: 'size budgets of the page and of the invoke core',
  command: ['scripts/sizes.mjs'],
  counts: 'lines',
  after: 'build',
  needs: 'dist/page-chunks.json',
};

/** @type {Suite} */
const unit = {
  name: 'unit',
  what: 'unit tests under Node and in Chromium',
  command: ['node_modules/vitest/vitest.mjs', 'run'],
  counts: 'vitest',
  browser: true,
};

/** @type {Suite} */
const e2e = {
  name: 'e2e',
  what: 'user stories in Chromium on the built page',
  command: ['node_modules/playwright/cli.js', 'test'],
  counts: 'playwright',
  browser: true,
  after: 'build',
  needs: 'dist/server/cli.js',
};

/** Phases follow each other; each has lanes that run side by side, and a lane has suites in turn. */
export const phases = [
  [
    [format, lint, types, unused],
    [build, sizes],
  ],
  [[unit]],
  [[e2e]],
];
