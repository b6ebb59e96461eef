import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { parsePresetText } from '../documents/preset-document.ts';
import type { Preset } from '../documents/preset-types.ts';

/** The presets of the folder that `npm start -- --presets DIR` serves, read-only. */
export interface PresetFolder {
  presets: readonly FolderPreset[];
  /** Files that hold no preset, each with the reason. */
  problems: readonly { path: string; message: string }[];
}

export interface FolderPreset {
  path: string;
  preset: Preset;
}

/** Read anew with each load of the page; `dir` names the folder, so that another one is another list. */
export function presetFolderQuery(dir: string | null, fetchPort: typeof fetch = fetch) {
  return queryOptions({
    queryKey: ['preset-folder', dir],
    enabled: dir !== null,
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<PresetFolder> => {
      const answer = await fetchPort('presets.json', { cache: 'no-store', credentials: 'omit', signal });
      if (!answer.ok) throw new Error(`The local server answered ${answer.status} to presets.json.`);
      return toFolder(v.parse(documentSchema, await answer.json()));
    },
  });
}

const documentSchema = v.object({
  files: v.array(v.object({ path: v.string(), preset: v.string(), payload: v.nullable(v.string()) })),
  skipped: v.array(v.object({ path: v.string(), reason: v.string() })),
});

function toFolder({ files, skipped }: v.InferOutput<typeof documentSchema>): PresetFolder {
  const presets: FolderPreset[] = [];
  const problems = skipped.map(({ path, reason }) => ({ path, message: reason }));
  for (const { path, preset, payload } of files) {
    const parsed = parsePresetText(withPayload(preset, payload));
    if (!parsed.ok) problems.push({ path, message: parsed.problem.message });
    else for (const one of parsed.presets) presets.push({ path, preset: one });
  }
  return { presets, problems };
}

/** Puts the payload's bytes into the document, as base64; what is no such document is left to the strict parser. */
function withPayload(text: string, payload: string | null): string {
  const document: unknown = parsedJson(text);
  const [preset] = listAt(document, 'presets');
  const request = fieldAt(preset, 'request');
  if (payload === null || typeof request !== 'object' || request === null) return text;
  Object.assign(request, { payload, payloadEncoding: 'base64' });
  return JSON.stringify(document);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function listAt(value: unknown, name: string): unknown[] {
  const list = fieldAt(value, name);
  return Array.isArray(list) ? list : [];
}
