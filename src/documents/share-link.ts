import { decodeBase64Url, encodeBase64Url } from './base64-url.ts';
import { deflate, inflate } from './deflate.ts';
import { parsePresetBytes, presetDocumentText } from './preset-document.ts';
import type { Preset, PresetProblem } from './preset-types.ts';
import { seal, unseal } from './sealed-data.ts';

/** `#p=1.<data>`: base64url of deflate-raw of the document of one preset; `#p=1e.` is the same, encrypted. */
const maxCharacters = 32_768;
const maxInflatedBytes = 1024 * 1024;

export type MadeLink = { ok: true; fragment: string } | { ok: false; message: string };

/** The fragment of a share link, without `#`; with a passphrase it is encrypted. */
export async function makeShareLink(preset: Preset, passphrase?: string): Promise<MadeLink> {
  const document = new TextEncoder().encode(presetDocumentText([preset], 'link'));
  const packed = await deflate(document);
  const fragment =
    passphrase === undefined
      ? `p=1.${encodeBase64Url(packed)}`
      : `p=1e.${encodeBase64Url(await seal(packed, passphrase))}`;
  if (document.length > maxInflatedBytes || fragment.length > maxCharacters) {
    return { ok: false, message: 'This preset is too large for a link. Export it as a file instead.' };
  }
  return { ok: true, fragment };
}

export interface LinkProblem {
  code:
    | PresetProblem['code']
    | 'link-version'
    | 'link-too-long'
    | 'link-damaged'
    | 'link-too-big'
    | 'link-locked';
  message: string;
}

export type ReadLink =
  | { ok: true; preset: Preset; dropped: readonly string[] }
  /** It is encrypted: read it again with a passphrase. */
  | { ok: false; needs: 'passphrase' }
  | { ok: false; problem: LinkProblem };

/** Whether a fragment (with or without `#`) means to be a share link. */
export function isShareLink(fragment: string): boolean {
  return /^#?p=/.test(fragment);
}

/** Opens what a fragment holds. Never throws, sends nothing, and ends soon whatever the fragment is. */
export async function readShareLink(fragment: string, passphrase?: string): Promise<ReadLink> {
  const text = fragment.replace(/^#/, '');
  if (text.length > maxCharacters)
    return refuse('link-too-long', 'This link is longer than any link made here.');
  const [, kind, data] = /^p=(1e?)\.(.*)$/s.exec(text) ?? [];
  if (kind === undefined || data === undefined) return refuse('link-version', unknownKind);
  const bytes = decodeBase64Url(data);
  if (kind === '1') return bytes === null ? refuse('link-damaged', damaged) : readPacked(bytes);
  if (passphrase === undefined) return { ok: false, needs: 'passphrase' };
  const packed = bytes && (await unseal(bytes, passphrase));
  return packed === null ? refuse('link-locked', locked) : readPacked(packed);
}

async function readPacked(packed: Uint8Array<ArrayBuffer>): Promise<ReadLink> {
  const inflated = await inflate(packed, maxInflatedBytes);
  if (!inflated.ok) {
    return inflated.reason === 'too-big'
      ? refuse('link-too-big', 'What this link holds is larger than 1 MiB.')
      : refuse('link-damaged', damaged);
  }
  const parsed = parsePresetBytes(inflated.bytes);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  const [preset, second] = parsed.presets;
  if (preset === undefined || second !== undefined)
    return refuse('shape', 'A link holds exactly one preset.');
  return { ok: true, preset, dropped: parsed.dropped };
}

function refuse(code: LinkProblem['code'], message: string): ReadLink {
  return { ok: false, problem: { code, message } };
}

const damaged = 'This link is damaged or not complete. Copy it again as a whole.';
const locked = 'The passphrase is wrong or the link is damaged.';
const unknownKind =
  'This Invoke Console does not know this kind of link. A newer one may have made it: update it first.';
