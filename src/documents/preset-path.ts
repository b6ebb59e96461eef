import { parseFunctionName } from '../core/index.ts';
import type { Preset } from './preset-types.ts';

export const presetSuffix = '.preset.json';

/**
 * Where a preset folder keeps a preset: `<function>/<slug>.preset.json`, with a name that every system and git can
 * write and that no other of `taken` has, also where capital letters count for nothing.
 */
export function presetPath(preset: Preset, taken: Iterable<string> = []): string {
  const lower = new Set(Array.from(taken, (path) => path.toLowerCase()));
  const folder = functionFolder(preset.request.functionName);
  const slug = slugOf(preset.name);
  for (let count = 1; ; count += 1) {
    const path = `${folder}/${count === 1 ? slug : `${slug}-${count}`}${presetSuffix}`;
    if (!lower.has(path.toLowerCase())) return path;
  }
}

/** Whether a path is one that presetPath can give: two plain parts that mean themselves on every system. */
export function isPresetPath(path: string): boolean {
  const [folder, file, more] = path.split('/');
  if (folder === undefined || file === undefined || more !== undefined) return false;
  const slug = file.endsWith(presetSuffix) ? file.slice(0, -presetSuffix.length) : '';
  return isPlain(folder, longestFolder) && isPlain(slug, longestSlug + 8) && !slug.endsWith('.preset');
}

/** `orders`, or for an ARN `orders--123456789012--eu-west-1`; `_` when there is no name. */
export function functionFolder(functionName: string): string {
  const parsed = parseFunctionName(functionName);
  if (!parsed.ok) return '_';
  const parts = [parsed.name, parsed.account, parsed.region].filter((part) => part !== undefined);
  return harmless(parts.join('--'));
}

/** Small letters, digits and dashes, out of whatever somebody called it. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-|-$/g, '');
  return isReserved(slug) ? `${slug}-preset` : slug || 'preset';
}

const longestSlug = 80;
const longestFolder = 300;

/** Percent signs stand for what a file system or git would read another way: dots at an end, `.git`, `CON`. */
function harmless(name: string): string {
  const escaped = name.replace(/[^\w.-]|^\.|\.$|^-/g, escapeCharacter);
  return isReserved(escaped) ? escapeCharacter(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function isPlain(part: string, longest: number): boolean {
  return part.length <= longest && /^[\w%][\w.%-]*(?<!\.)$/.test(part) && !isReserved(part);
}

/** Names of devices on Windows, whatever ending they have. */
function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i.test(name);
}
