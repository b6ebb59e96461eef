// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { coreSizes } from './core-sizes.mjs';

/**
 * The size budgets of the built page and of the invoke core: bytes after gzip -9, 1 kB = 1,000 bytes.
 *
 * @typedef {import('./chunk-report.ts').ReportedChunk} Chunk
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const pageFolder = join(root, 'dist/page');

/** @type {Map<string, Chunk>} */
const chunks = new Map(Object.entries(JSON.parse(readFileSync(join(root, 'dist/page-chunks.json'), 'utf8'))));

const entries = [...chunks].filter(([, chunk]) => chunk.isEntry).map(([file]) => file);
const first = closureOf(entries);
const monaco = [
  ...closureOf([...chunks].filter(([, chunk]) => isMonaco(chunk)).map(([file]) => file)),
].filter((file) => !first.has(file));
const loose = readdirSync(join(pageFolder, 'assets'))
  .map((name) => `assets/${name}`)
  .filter((file) => file.endsWith('.js') && !chunks.has(file));
const ownWorkers = loose.filter(isOwnWorker);
const workers = loose.filter((file) => !isOwnWorker(file));
const core = await coreSizes(root);

checkBudget('invoke core, send path', core.sendPath, 14_000);
// What stands in it, and what a byte more would have to replace: docs/decisions/0007-core-size.md.
checkBudget('invoke core, whole door', core.wholeDoor, 20_000);
process.stdout.write(`     beside it, only without WebCrypto: ${kilobytes(core.late)}\n`);
checkBudget('JS before the first invoke', sizeOf(first), 180_000);
checkBudget('CSS before the first invoke', sizeOf(stylesOf(first)), 20_000);
checkBudget(
  'Monaco with its styles and workers',
  sizeOf([...monaco, ...stylesOf(monaco), ...workers]),
  1_120_000,
);
// Each is fetched for a text that is too large to be looked at in the page; the one of documents inside is 9 kB.
checkBudget('workers of our own', sizeOf(ownWorkers.filter((file) => !isSender(file))), 25_000);
// The send path of the core once more, for long series: docs/decisions/0017-sending.md.
checkBudget('the worker that sends', sizeOf(ownWorkers.filter(isSender)), 17_500);
checkNone(
  'Monaco in what loads first',
  [...first].filter((file) => isMonaco(chunks.get(file))),
);
checkNone(
  'other languages than JSON',
  [...chunks.values()].flatMap(({ modules }) => modules.filter(isOtherLanguage)),
);
checkNone(
  'workers of other languages',
  workers.filter((file) => /(css|html|ts|typescript)[.-]?worker/i.test(file)),
);

/**
 * Whether a worker was made from a source of ours, such as src/documents/json-jobs.worker.ts.
 *
 * @param {string} file
 */
function isOwnWorker(file) {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const names = sources
    .filter((source) => source.endsWith('.worker.ts'))
    .map((source) => basename(source, '.ts'));
  return names.some((name) => basename(file).startsWith(`${name}-`));
}

/** @param {string} file */
function isSender(file) {
  return basename(file).startsWith('invoke.worker-');
}

/**
 * @param {string} name
 * @param {number} bytes
 * @param {number} budget
 */
function checkBudget(name, bytes, budget) {
  say(bytes > 0 && bytes <= budget, `${name}: ${kilobytes(bytes)} of ${kilobytes(budget)}`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/**
 * @param {string} name
 * @param {readonly string[]} found
 */
function checkNone(name, found) {
  say(
    found.length === 0,
    `${name}: ${found.length === 0 ? 'none' : [...new Set(found)].slice(0, 20).join(', ')}`,
  );
}

/**
 * @param {boolean} ok
 * @param {string} text
 */
function say(ok, text) {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${text}\n`);
  if (!ok) process.exitCode = 1;
}

/**
 * The files that must be there before the given ones can run, themselves included.
 *
 * @param {readonly string[]} files
 */
function closureOf(files) {
  const all = new Set(files);
  for (const file of all) for (const needed of chunks.get(file)?.imports ?? []) all.add(needed);
  return all;
}

/** @param {Iterable<string>} files */
function stylesOf(files) {
  return new Set([...files].flatMap((file) => chunks.get(file)?.css ?? []));
}

/** @param {Iterable<string>} files */
function sizeOf(files) {
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(pageFolder, file)), { level: 9 }).byteLength,
    0,
  );
}

/**
 * The address of a worker, `...?worker&url`, is a line of text and not the worker.
 *
 * @param {Chunk | undefined} chunk
 */
function isMonaco(chunk) {
  return chunk?.modules.some((module) => /node_modules\/monaco-editor\/[^?]*$/.test(module)) ?? false;
}

/** @param {string} module */
function isOtherLanguage(module) {
  return /monaco-editor\/esm\/vs\/(basic-languages|languages\/definitions|languages?\/(features\/)?(css|html|typescript))\//.test(
    module,
  );
}
