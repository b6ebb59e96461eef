import { encodeBase64 } from './base64.ts';
import { parsePresetText, presetShellText } from './preset-document.ts';
import { payloadFromBytes, payloadFromPreset, payloadToPreset } from './payload.ts';
import type { ParsedPresets, Preset } from './preset-types.ts';

/** A preset as a folder keeps it: two files, so that git, SAM and the AWS CLI can work with the payload alone. */
export interface PresetFiles {
  /** `<slug>.preset.json`: the document without its payload. */
  document: string;
  /** `<slug>.json`, byte for byte; null when there is no payload. */
  payload: Uint8Array | null;
}

/** null when the payload has no bytes: it holds half a character, or is no base64. */
export function presetFiles(preset: Preset): PresetFiles | null {
  const payload = payloadFromPreset(preset.request);
  if (!payload.ok) return null;
  const { bytes } = payload.document;
  return { document: presetShellText(preset), payload: bytes.byteLength === 0 ? null : bytes };
}

/** Reads one preset out of its two files. A payload file stands above a payload in the document. */
export function presetFromFiles({ document, payload }: PresetFiles): ParsedPresets {
  const parsed = parsePresetText(document);
  if (!parsed.ok) return parsed;
  const [preset, second] = parsed.presets;
  if (preset === undefined || second !== undefined) {
    return { ok: false, problem: { code: 'shape', message: 'A preset file holds exactly one preset.' } };
  }
  if (payload === null) return parsed;
  const text =
    preset.request.payloadEncoding === 'base64'
      ? { payload: encodeBase64(payload), payloadEncoding: 'base64' as const }
      : payloadToPreset(payloadFromBytes(payload));
  return { ...parsed, presets: [{ ...preset, request: { ...preset.request, ...text } }] };
}
