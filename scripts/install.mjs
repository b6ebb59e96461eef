// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeeds } from './succeeds.mjs';

/**
 * Installs exactly what the lock file says, when that has not been done on this machine.
 *
 * @param {string} root Folder of package.json.
 */
export async function ensureInstalled(root) {
  const wanted = stampOf(root);
  const file = join(root, 'node_modules/.cache/invoke-console/installed');
  if (readText(file) === wanted) return;
  if (!isInstalled(root)) {
    process.stderr.write('Installing packages (npm ci) ...\n');
    const [command, args, shell] = npm('ci', '--include=dev');
    if (!(await succeeds(command, args, { cwd: root, shell }))) {
      throw new Error('npm ci failed; its own words are above. Without it nothing can be built.');
    }
  }
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, wanted);
}

/** @param {string} root */
function stampOf(root) {
  const major = process.versions.node.split('.')[0];
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return [lock.digest('hex'), process.platform, process.arch, `node${major}`].join(' ');
}

/**
 * Whether npm itself has already put there what the lock file names: after `npm install x` nothing is left to do.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (!present || !wanted) return false;
  const missing = Object.entries(wanted).some(
    ([path, entry]) => path !== '' && !entry.optional && !entry.link && !(path in present),
  );
  const different = Object.entries(present).some(
    ([path, entry]) =>
      wanted[path]?.version !== entry.version ||
      !suits(entry.os, process.platform) ||
      !suits(entry.cpu, process.arch),
  );
  return !missing && !different;
}

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[] }} LockEntry
 *
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function packagesOf(file) {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/**
 * @param {string[] | undefined} list Names, or names to leave out with a leading `!`.
 * @param {string} own
 */
function suits(list, own) {
  if (!list) return true;
  return list.includes(own) || (list.every((name) => name.startsWith('!')) && !list.includes(`!${own}`));
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * npm as it was started, so that no shell and no other npm on the PATH is involved.
 *
 * @param {...string} args
 * @returns {[command: string, args: string[], shell: boolean]}
 */
function npm(...args) {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js')) return [process.execPath, [running, ...args], false];
  return ['npm', args, process.platform === 'win32'];
}
