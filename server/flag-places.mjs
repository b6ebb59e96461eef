// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Without the flag, the presets that lie beside the functions.
 *
 * @param {string | undefined} text
 * @param {{ cwd: string, functionsDir: string }} places
 */
export function toPresetsDir(text, { cwd, functionsDir }) {
  if (text !== undefined) return readableFolder('--presets', resolve(cwd, text));
  const beside = join(functionsDir, 'presets');
  return statSync(beside, { throwIfNoEntry: false })?.isDirectory() ? beside : null;
}

/**
 * @param {string} flag
 * @param {string} folder
 */
export function readableFolder(flag, folder) {
  try {
    readdirSync(folder);
    return folder;
  } catch (error) {
    throw new FlagError(`${flag}: ${whyUnreadable(error)}: ${folder}`);
  }
}

/**
 * @param {string} flag
 * @param {string | undefined} path
 * @param {string} cwd
 */
export function readableFile(flag, path, cwd) {
  if (path === undefined) return null;
  const file = resolve(cwd, path);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) return file;
  throw new FlagError(`${flag}: ${stat ? 'this is not a file' : 'there is no such file'}: ${file}`);
}

/** @param {unknown} error */
function whyUnreadable(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such folder';
  if (code === 'ENOTDIR') return 'this is not a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'this folder may not be read';
  return `this folder cannot be read (${String(code)})`;
}

/** A mistake of the person at the keyboard: said in one line, without a stack. */
export class FlagError extends Error {}
