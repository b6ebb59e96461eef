import { decodeBase64, encodeBase64 } from './base64.ts';
import { expectationValue, readExpectation } from './expectations/read-expectations.ts';
import type { Preset, PresetRequest, UnknownKeys } from './preset-types.ts';
import { findSecrets, maskSecrets } from './secret-scan.ts';

export interface PresetSecret {
  /** The member of the preset, such as `request.payload`. */
  where: string;
  kind: string;
}

/** What looks like a secret anywhere in a preset, or is a known one: scanned before a link, a file or a copy is made. */
export function secretsInPreset(preset: Preset, known: readonly string[] = []): PresetSecret[] {
  const found: PresetSecret[] = [];
  mapTexts(preset, (text, where) => {
    for (const { kind } of findSecrets(text, known)) found.push({ where, kind });
    return text;
  });
  return found;
}

/** The preset with asterisks over everything that secretsInPreset finds. */
export function maskPreset(preset: Preset, known: readonly string[] = []): Preset {
  return mapTexts(preset, (text) => maskSecrets(text, known));
}

type ChangeText = (text: string, where: string) => string;

/** Function name, qualifier, region and endpoint have forms of their own that no secret fits. */
function mapTexts(preset: Preset, change: ChangeText): Preset {
  const { target } = preset;
  return {
    ...preset,
    name: change(preset.name, 'name'),
    description: change(preset.description, 'description'),
    tags: preset.tags.map((tag) => change(tag, 'tags')),
    request: mapRequest(preset.request, change),
    target: target && { ...target, extra: mapUnknown(target.extra, change, 'target') },
    expectations: preset.expectations.map((one) =>
      readExpectation(mapValue(expectationValue(one), change, 'expectations')),
    ),
    extra: mapUnknown(preset.extra, change, 'other keys'),
  };
}

function mapRequest(request: PresetRequest, change: ChangeText): PresetRequest {
  const nullable = (text: string | null, where: string): string | null =>
    text === null ? null : change(text, where);
  return {
    ...request,
    payload: mapPayload(request, change),
    clientContext: change(request.clientContext, 'request.clientContext'),
    tenantId: nullable(request.tenantId, 'request.tenantId'),
    durableExecutionName: nullable(request.durableExecutionName, 'request.durableExecutionName'),
    traceId: nullable(request.traceId, 'request.traceId'),
    extra: mapUnknown(request.extra, change, 'request'),
  };
}

/** Binary payloads are looked at byte by byte, so that nothing but the secret changes. */
function mapPayload({ payload, payloadEncoding }: PresetRequest, change: ChangeText): string {
  if (payloadEncoding === 'utf8') return change(payload, 'request.payload');
  const bytes = decodeBase64(payload) ?? new Uint8Array(0);
  const text = change(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), 'request.payload');
  return encodeBase64(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

function mapUnknown(keys: UnknownKeys, change: ChangeText, where: string): UnknownKeys {
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [key, mapValue(value, change, `${where}.${key}`)]),
  );
}

function mapValue(value: unknown, change: ChangeText, where: string): unknown {
  if (typeof value === 'string') return change(value, where);
  if (Array.isArray(value)) return value.map((item: unknown) => mapValue(item, change, where));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapValue(item, change, where)]));
}
