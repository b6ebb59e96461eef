// @ts-check
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfInputs, isTest } from './inputs.mjs';

/**
 * `npm run build` makes dist/page, which any static host can serve, and dist/server, which `npm start` runs.
 *
 * @typedef {'page' | 'server'} Part
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const always = ['vite.config.ts', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** @type {Record<Part, readonly string[]>} */
const inputs = {
  page: [...always, 'index.html', 'public', 'src', 'server/csp.ts', 'server/aws-hosts.ts'],
  server: [...always, 'server', 'src/core', 'src/documents'],
};

/**
 * Whether a part was built from the sources as they are now.
 *
 * @param {Part} part
 */
export function isBuilt(part) {
  try {
    return readFileSync(stampFile(part), 'utf8') === hashOfInputs(root, inputs[part]);
  } catch {
    return false;
  }
}

/** @param {Part} part */
async function build(part) {
  // Taken before, so that an edit made during the build counts as one after it.
  const hash = hashOfInputs(root, inputs[part]);
  const { build: viteBuild } = await import('vite');
  const options = { root, configFile: join(root, 'vite.config.ts') };
  if (part === 'page') {
    await viteBuild(options);
  } else {
    await viteBuild({ ...options, logLevel: 'warn', build: { ssr: 'server/cli.ts' } });
    copyChildFiles();
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(part), hash);
}

/** What runs inside an execution environment is a program of its own, not a part of the bundle. */
function copyChildFiles() {
  cpSync(join(root, 'server/lambda/child'), join(root, 'dist/server/child'), {
    recursive: true,
    filter: (source) => !isTest(source),
  });
}

/** @param {Part} part */
function stampFile(part) {
  return join(root, `dist/${part}.inputs`);
}

/** @param {readonly string[]} args Names of parts; none means both. */
async function main(args) {
  /** @type {Part[]} */
  const parts = ['server', 'page'];
  const { ensureInstalled } = await import('./install.mjs');
  await ensureInstalled(root);
  for (const part of parts) {
    if (args.length === 0 || args.includes(part)) await build(part);
  }
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
