import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What `GET /presets.json` tells the page of the folder named with `--presets`: one preset a file, as text. */
export interface PresetFolderDocument {
  /** The last part of the folder's path; the rest is nobody's business. */
  folder: string;
  files: FolderPreset[];
  /** Files that were left out, with the reason in words. */
  skipped: { path: string; reason: string }[];
}

export interface FolderPreset {
  /** `<function>/<slug>.preset.json`, with `/` on every system. */
  path: string;
  /** The preset document without its payload. */
  preset: string;
  /** Base64 of `<slug>.json` beside it, byte for byte; null when there is none. */
  payload: string | null;
}

const suffix = '.preset.json';
const mostFiles = 5_000;
const mostBytes = 20 * 1024 * 1024;

/**
 * Reads the folder anew, so that a reload shows what changed on disk. Only plain files two levels deep are read:
 * a link is none, so nothing outside the folder is ever opened.
 */
export async function readPresetFolder(dir: string): Promise<PresetFolderDocument> {
  const document: PresetFolderDocument = { folder: basename(dir), files: [], skipped: [] };
  let bytesLeft = mostBytes;
  for (const path of await presetPaths(dir)) {
    if (document.files.length >= mostFiles) {
      document.skipped.push({ path, reason: `More than ${mostFiles} presets are not read.` });
      break;
    }
    const read = await readOne(dir, path, bytesLeft);
    if ('reason' in read) document.skipped.push({ path, reason: read.reason });
    else {
      document.files.push(read.file);
      bytesLeft -= read.bytes;
    }
  }
  return document;
}

/** Every `<function>/<slug>.preset.json`, in the order of their names. */
async function presetPaths(dir: string): Promise<string[]> {
  const paths: string[] = [];
  for (const group of await readdir(dir, { withFileTypes: true })) {
    if (!group.isDirectory()) continue;
    for (const file of await readdir(join(dir, group.name), { withFileTypes: true })) {
      if (file.isFile() && file.name.endsWith(suffix)) paths.push(`${group.name}/${file.name}`);
    }
  }
  return paths.toSorted((a, b) => (a < b ? -1 : 1));
}

type ReadOne = { file: FolderPreset; bytes: number } | { reason: string };

async function readOne(dir: string, path: string, bytesLeft: number): Promise<ReadOne> {
  const presetFile = join(dir, path);
  const payloadFile = `${presetFile.slice(0, -suffix.length)}.json`;
  try {
    const hasPayload = await isPlainFile(payloadFile);
    const bytes = (await stat(presetFile)).size + (hasPayload ? (await stat(payloadFile)).size : 0);
    if (bytes > bytesLeft) return { reason: 'The presets of this folder have more than 20 MiB together.' };
    const preset = await readFile(presetFile, 'utf8');
    const payload = hasPayload ? (await readFile(payloadFile)).toString('base64') : null;
    return { file: { path, preset, payload }, bytes };
  } catch (error) {
    return { reason: `It can't be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function isPlainFile(path: string): Promise<boolean> {
  const folder = join(path, '..');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.some((entry) => entry.name === basename(path) && entry.isFile());
}
