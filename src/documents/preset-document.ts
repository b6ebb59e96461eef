import { expectationValue } from './expectations/read-expectations.ts';
import { isDeeperThan, isJsonObject, withoutForbiddenKeys } from './foreign-json.ts';
import { readPreset } from './preset-schema.ts';
import type { ParsedPresets, Preset, PresetProblem, PresetRequest } from './preset-types.ts';

const format = 'invoke-console/presets';
const version = 1;
/** Of a file of presets. */
export const maxPresetFileBytes = 20 * 1024 * 1024;
const maxPresets = 5_000;
const maxDepth = 64;

/** Reads a file of presets: at most 20 MiB of UTF-8, one byte order mark allowed. All of them or none. */
export function parsePresetBytes(bytes: Uint8Array): ParsedPresets {
  if (bytes.byteLength > maxPresetFileBytes) {
    return refuse('too-big', `The file has ${bytes.byteLength} bytes; more than 20 MiB are not read.`);
  }
  try {
    return parsePresetText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('not-utf8', 'This is not UTF-8 text, so it holds no presets.');
  }
}

export function parsePresetText(text: string): ParsedPresets {
  if (text.length > maxPresetFileBytes) return refuse('too-big', 'More than 20 MiB are not read.');
  if (isDeeperThan(text, maxDepth)) {
    return refuse('too-deep', `Arrays and objects are nested deeper than ${maxDepth} levels.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const start = text.trimStart().slice(0, 60);
    return refuse('not-json', start === '' ? 'There is nothing in it.' : `This is not JSON: ${start}`);
  }
  const dropped: string[] = [];
  return readDocument(withoutForbiddenKeys(value, dropped), dropped);
}

/** A preset that was stored by this page, read as strictly as a foreign one; null when it is damaged. */
export function readStoredPreset(value: unknown): Preset | null {
  const read = readPreset(withoutForbiddenKeys(value, []));
  return read.ok ? read.preset : null;
}

/** Why a preset could not be read again, so that it is not kept in the first place; null when it is sound. */
export function presetProblem(preset: Preset): PresetProblem | null {
  const read = readPreset(presetValue(preset));
  return read.ok ? null : read.problem;
}

/** The document as text; a file is indented so that people and version control can read it. */
export function presetDocumentText(presets: readonly Preset[], as: 'file' | 'link'): string {
  const document = { format, version, presets: presets.map(presetValue) };
  return as === 'file' ? `${JSON.stringify(document, null, 2)}\n` : JSON.stringify(document);
}

/**
 * The document of one preset whose payload lies in a file of its own. That the payload is bytes is still said, so that
 * it comes back as it was.
 */
export function presetShellText(preset: Preset): string {
  const { payload: _elsewhere, payloadEncoding, ...request } = requestValue(preset.request);
  const bytes = payloadEncoding === 'base64' ? { payloadEncoding } : {};
  const presets = [{ ...presetValue(preset), request: { ...request, ...bytes } }];
  return `${JSON.stringify({ format, version, presets }, null, 2)}\n`;
}

/** A preset as its document says it: unknown keys come back in their places, behind ours. */
export function presetValue({
  request,
  target,
  expectations,
  extra,
  ...preset
}: Preset): Record<string, unknown> {
  return {
    ...preset,
    request: requestValue(request),
    ...(target === null
      ? {}
      : { target: { region: target.region, endpoint: target.endpoint, ...target.extra } }),
    ...(expectations.length === 0 ? {} : { expectations: expectations.map(expectationValue) }),
    ...extra,
  };
}

function requestValue({ extra, traceId, retryMode, ...known }: PresetRequest): Record<string, unknown> {
  return {
    ...known,
    ...(traceId === null ? {} : { traceId }),
    ...(retryMode === 'safe' ? {} : { retryMode }),
    ...extra,
  };
}

function readDocument(value: unknown, dropped: readonly string[]): ParsedPresets {
  if (!isJsonObject(value) || value['format'] !== format || !Array.isArray(value['presets'])) {
    return refuse('other-json', `This is no document of presets ("format": "${format}").`);
  }
  const found = value['version'];
  if (found !== version) {
    const newer = typeof found === 'number' && found > version;
    return newer
      ? refuse(
          'newer-version',
          `A newer Invoke Console made this (version ${found}); this one reads version ${version}. Update it first.`,
        )
      : refuse('shape', `The version of the document is not ${version}.`);
  }
  const items: readonly unknown[] = value['presets'];
  if (items.length > maxPresets) {
    return refuse('too-many', `There are ${items.length} presets; at most ${maxPresets} are read at once.`);
  }
  const presets: Preset[] = [];
  for (const [index, item] of items.entries()) {
    const read = readPreset(item);
    if (!read.ok) return refuse(read.problem.code, `Preset ${index + 1}: ${read.problem.message}`);
    presets.push(read.preset);
  }
  return { ok: true, presets, dropped };
}

function refuse(code: PresetProblem['code'], message: string): ParsedPresets {
  return { ok: false, problem: { code, message } };
}
