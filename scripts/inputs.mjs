// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * One hash over the files that a build reads: their names and contents, as a checkout changes every date.
 *
 * @param {string} root
 * @param {readonly string[]} paths Files and folders below it; one that is not there counts as empty.
 */
export function hashOfInputs(root, paths) {
  const hash = createHash('sha256').update(`node${process.versions.node.split('.')[0]}\n`);
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    const name = relative(root, file).split(sep).join('/');
    hash.update(`${name}\n${createHash('sha256').update(readFileSync(file)).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !isTest(name))
    .flatMap((name) => filesOf(join(path, name)));
}

/** @param {string} name */
export function isTest(name) {
  return /\.(test|test-d|fixture)\.[a-z]+$/.test(name);
}
