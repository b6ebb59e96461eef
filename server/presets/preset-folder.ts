import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { presetSuffix } from '../../src/documents/preset-path.ts';

/** What `GET /presets.json` tells the page of the folder named with `--presets`: one preset a file, as text. */
export interface PresetFolderDocument {
  /** The last part of the folder's path; the rest is nobody's business. */
  folder: string;
  /** Whether presets can be written there. */
  writable: boolean;
  files: FolderPreset[];
  /** Files that were left out, with the reason in words. */
  skipped: { path: string; reason: string }[];
}

export interface FolderPreset {
  /** `<function>/<slug>.preset.json`, with `/` on every system. */
  path: string;
  /** Changes with either file: a change is written only over the version that it was made upon. */
  version: string;
  /** The preset document without its payload. */
  preset: string;
  /** Base64 of `<slug>.json` beside it, byte for byte; null when there is none. */
  payload: string | null;
}

const mostFiles = 5_000;
const mostBytes = 20 * 1024 * 1024;

/**
 * Reads the folder anew. Only plain files two levels deep are read: a link is none, so nothing outside the folder is
 * ever opened.
 */
export async function readPresetFolder(dir: string): Promise<PresetFolderDocument> {
  const document: PresetFolderDocument = {
    folder: basename(dir),
    writable: await isWritable(dir),
    files: [],
    skipped: [],
  };
  let bytesLeft = mostBytes;
  for (const path of await presetPaths(dir)) {
    if (document.files.length >= mostFiles) {
      document.skipped.push({ path, reason: `More than ${mostFiles} presets are not read.` });
      break;
    }
    const read = await readPresetFile(dir, path, bytesLeft);
    if (read.kind === 'read') {
      document.files.push(read.file);
      bytesLeft -= read.bytes;
    } else if (read.kind === 'refused') document.skipped.push({ path, reason: read.reason });
  }
  return document;
}

export type ReadPreset =
  | { kind: 'read'; file: FolderPreset; bytes: number }
  | { kind: 'absent' }
  | { kind: 'refused'; reason: string };

/** Reads both files of a preset, together at most `mostBytesOfIt`. */
export async function readPresetFile(
  dir: string,
  path: string,
  mostBytesOfIt = mostBytes,
): Promise<ReadPreset> {
  try {
    const preset = await readPlainFile(join(dir, path), mostBytesOfIt);
    if (preset === null) return { kind: 'absent' };
    const payload = await readPlainFile(join(dir, payloadPath(path)), mostBytesOfIt - preset.length);
    const file = {
      path,
      version: versionOf(preset, payload),
      preset: preset.toString('utf8'),
      payload: payload?.toString('base64') ?? null,
    };
    return { kind: 'read', file, bytes: preset.length + (payload?.length ?? 0) };
  } catch (error) {
    return { kind: 'refused', reason: `It can't be read: ${wordsOf(error)}` };
  }
}

/** `<slug>.json` beside `<slug>.preset.json`. */
export function payloadPath(path: string): string {
  return `${path.slice(0, -presetSuffix.length)}.json`;
}

/** Every `<function>/<slug>.preset.json`, in the order of their names. */
async function presetPaths(dir: string): Promise<string[]> {
  const paths: string[] = [];
  for (const group of await readdir(dir, { withFileTypes: true })) {
    if (!group.isDirectory()) continue;
    for (const file of await readdir(join(dir, group.name), { withFileTypes: true })) {
      if (file.isFile() && file.name.endsWith(presetSuffix)) paths.push(`${group.name}/${file.name}`);
    }
  }
  return paths.toSorted((a, b) => (a < b ? -1 : 1));
}

/** null when there is none. A link is not followed, and no pipe or device is waited for. */
async function readPlainFile(path: string, mostBytesOfIt: number): Promise<Buffer | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch((error: unknown) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ELOOP')) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
    if (!isFile) return null;
    if (size > mostBytesOfIt) throw new Error('The presets of this folder have more than 20 MiB together.');
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function versionOf(preset: Buffer, payload: Buffer | null): string {
  const hash = createHash('sha256').update(preset);
  if (payload !== null) hash.update('\0').update(payload);
  return hash.digest('base64url').slice(0, 22);
}

async function isWritable(dir: string): Promise<boolean> {
  return access(dir, constants.W_OK).then(
    () => true,
    () => false,
  );
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
