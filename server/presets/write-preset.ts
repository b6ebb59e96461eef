import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, realpath, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { presetFromFiles } from '../../src/documents/preset-folder-files.ts';
import { isPresetPath, presetSuffix } from '../../src/documents/preset-path.ts';
import { isCode, payloadPath, readPresetFile, wordsOf, type FolderPreset } from './preset-folder.ts';

export interface PresetChange {
  /** `<function>/<slug>.preset.json` */
  path: string;
  /** The version that the change was made upon; null: there is no such file yet. */
  version: string | null;
  /** The new files; null removes them. */
  files: { preset: string; payload: Buffer | null } | null;
}

export type PresetChanged =
  | { kind: 'written'; version: string | null }
  /** The folder holds something else than the change was made upon: `file` as it is now, null when it is gone. */
  | { kind: 'conflict'; file: FolderPreset | null }
  /** Another file has the name of the payload. */
  | { kind: 'taken' }
  | { kind: 'refused'; reason: string }
  | { kind: 'read-only'; reason: string };

/** Writes into one folder, one change after the other, so that what was compared is what is replaced. */
export function presetWriter(dir: string): (change: PresetChange) => Promise<PresetChanged> {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const own = last.then(() => writePreset(dir, change));
    last = own.catch(() => undefined);
    return own;
  };
}

async function writePreset(dir: string, change: PresetChange): Promise<PresetChanged> {
  try {
    const root = await realpath(dir);
    const obstacle = (await refusalOf(root, change)) ?? (await foreignPart(root, change.path));
    if (obstacle !== null) return { kind: 'refused', reason: obstacle };
    return await overKnownVersion(root, change);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].some((code) => isCode(error, code))) throw error;
    return { kind: 'read-only', reason: `The folder may not be written to: ${wordsOf(error)}` };
  }
}

async function overKnownVersion(root: string, change: PresetChange): Promise<PresetChanged> {
  const now = await readPresetFile(root, change.path);
  if (now.kind === 'refused') return now;
  const file = now.kind === 'read' ? now.file : null;
  if ((file?.version ?? null) !== change.version) return { kind: 'conflict', file };
  if (file === null && (await exists(join(root, payloadPath(change.path))))) return { kind: 'taken' };
  await apply(root, change);
  const written = await readPresetFile(root, change.path);
  return { kind: 'written', version: written.kind === 'read' ? written.file.version : null };
}

/** What is written must be read again by the same strict parser that reads every foreign preset. */
async function refusalOf(root: string, { path, files }: PresetChange): Promise<string | null> {
  if (!isPresetPath(path) && !(await isListed(root, path)))
    return 'This is no path of a preset file: <function>/<slug>.preset.json.';
  if (files === null) return null;
  const read = presetFromFiles({ document: files.preset, payload: files.payload });
  if (!read.ok) return read.problem.message;
  return read.dropped.length === 0 ? null : `A preset may not carry ${read.dropped[0]}.`;
}

/** A file that somebody named by hand: only what the folder itself lists, so no spelling leads out of it. */
async function isListed(root: string, path: string): Promise<boolean> {
  const [group = '', name = '', more] = path.split('/');
  if (more !== undefined || !name.endsWith(presetSuffix)) return false;
  const groups = await readdir(root, { withFileTypes: true });
  if (!groups.some((entry) => entry.name === group && entry.isDirectory())) return false;
  const files = await readdir(join(root, group), { withFileTypes: true });
  return files.some((entry) => entry.name === name && entry.isFile());
}

/** A link or a device in the place of a folder or a file: writing there could reach anything. */
async function foreignPart(root: string, path: string): Promise<string | null> {
  const [group = ''] = path.split('/');
  const folder = await lstatOrNull(join(root, group));
  if (folder !== null && !folder.isDirectory()) return `${group} is no folder.`;
  for (const file of [path, payloadPath(path)]) {
    const found = await lstatOrNull(join(root, file));
    if (found !== null && !found.isFile()) return `${file} is no plain file.`;
  }
  return null;
}

/** The payload first: a reader in between sees the new payload with the old name, never a name without its payload. */
async function apply(root: string, { path, files }: PresetChange): Promise<void> {
  const presetFile = join(root, path);
  const payloadFile = join(root, payloadPath(path));
  if (files === null) {
    await unlink(presetFile);
    await rm(payloadFile, { force: true });
    return;
  }
  await mkdir(join(presetFile, '..'), { recursive: true });
  if (files.payload !== null) await replaceFile(payloadFile, files.payload);
  else await rm(payloadFile, { force: true });
  await replaceFile(presetFile, Buffer.from(files.preset));
}

/** Whole or not at all: written beside it, then put in its place. */
async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o666);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstatOrNull(path)) !== null;
}

async function lstatOrNull(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
