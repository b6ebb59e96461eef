import { readFile, stat } from 'node:fs/promises';
import { parsePresetBytes } from '../../../src/documents/preset-document.ts';
import { presetFromFiles } from '../../../src/documents/preset-folder-files.ts';
import type { Preset } from '../../../src/documents/preset-types.ts';
import { readPresetFolder } from '../preset-folder.ts';

export interface PackItem {
  /** The file it comes from. */
  source: string;
  /** The preset, or why it is none. */
  read: { ok: true; preset: Preset } | { ok: false; message: string };
}

/** Every preset of a folder, or of a file. A file that holds no preset is an item too: it fails the run. */
export async function readPack(path: string): Promise<PackItem[]> {
  return (await stat(path)).isDirectory() ? readFolder(path) : readPackFile(path);
}

async function readFolder(dir: string): Promise<PackItem[]> {
  const { files, skipped } = await readPresetFolder(dir);
  const refused = skipped.map(({ path, reason }) => refuse(path, reason));
  const items = files.map(({ path, preset, payload }): PackItem => {
    const bytes = payload === null ? null : Buffer.from(payload, 'base64');
    const parsed = presetFromFiles({ document: preset, payload: bytes });
    const [one] = parsed.ok ? parsed.presets : [];
    if (one !== undefined) return { source: path, read: { ok: true, preset: one } };
    return refuse(path, parsed.ok ? 'There is no preset in it.' : parsed.problem.message);
  });
  return [...items, ...refused];
}

async function readPackFile(path: string): Promise<PackItem[]> {
  const parsed = parsePresetBytes(await readFile(path));
  if (!parsed.ok) return [refuse(path, parsed.problem.message)];
  return parsed.presets.map((preset) => ({ source: path, read: { ok: true, preset } }));
}

function refuse(source: string, message: string): PackItem {
  return { source, read: { ok: false, message } };
}
