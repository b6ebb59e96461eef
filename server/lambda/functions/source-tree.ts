import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionCode } from './lambda-function.ts';

export interface SourceFile {
  /** Relative to the root, with slashes. */
  path: string;
  sizeBytes: number;
  modifiedMs: number;
}

/** The files that belong to a function's code: everything below its root but dependencies and dot files. */
export function listSources({ taskRoot, foreignFolders }: FunctionCode): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(taskRoot, folder), { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!foreignFolders.includes(path)) walk(path);
        continue;
      }
      const stat = statSync(join(taskRoot, path), { throwIfNoEntry: false });
      if (stat?.isFile()) files.push({ path, sizeBytes: stat.size, modifiedMs: stat.mtimeMs });
      if (files.length >= MAX_FILES) return;
    }
  };
  walk('');
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Changes whenever a file is added, removed, renamed or written. */
export function fingerprint(files: readonly SourceFile[], ...more: readonly string[]): string {
  const hash = createHash('sha256');
  for (const { path, sizeBytes, modifiedMs } of files) hash.update(`${path}\0${sizeBytes}\0${modifiedMs}\n`);
  for (const text of more) hash.update(`${text}\n`);
  return hash.digest('base64');
}

/** What the API calls CodeSha256: of names and contents, so that times do not count. */
export function contentHash(root: string, files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, sizeBytes } of files)
    hash.update(`${path}\0${sizeBytes}\n`).update(readFileSync(join(root, path)));
  return hash.digest('base64');
}

/** Looked at before each invocation: a folder with more files than this is not watched to its end. */
const MAX_FILES = 2000;
