import { imageTypeOf } from '../../../documents/image-type.ts';
import { isJson } from '../../../documents/json-problems.ts';

/** What a response body is, as far as its bytes tell. */
export interface ResponseBody {
  kind: 'empty' | 'json' | 'text' | 'binary';
  /** The body as text, a byte order mark included; '' for binary and empty bodies. */
  text: string;
  /** The media type of a picture; null when it is none. */
  imageType: string | null;
}

/**
 * Reads a body without changing it. Large ones are taken for JSON by their first and last character: looking
 * closer is the work of a worker, which may find otherwise.
 */
export function readResponseBody(bytes: Uint8Array): ResponseBody {
  const before = known.get(bytes);
  if (before) return before;
  const body = read(bytes);
  known.set(bytes, body);
  return body;
}

/** Up to this many bytes are looked at in less than a frame, and at once. */
export const atOnceBytes = 131_072;

const known = new WeakMap<Uint8Array, ResponseBody>();

function read(bytes: Uint8Array): ResponseBody {
  if (bytes.length === 0) return { kind: 'empty', text: '', imageType: null };
  const text = utf8(bytes);
  const imageType = imageTypeOf(bytes);
  if (text === null) return { kind: 'binary', text: '', imageType };
  const json = withoutMark(text);
  const looksRight = bytes.length > atOnceBytes ? looksLikeJson(json) : isJson(json);
  return { kind: looksRight ? 'json' : 'text', text, imageType };
}

/** A byte order mark is no part of the JSON behind it. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeJson(text: string): boolean {
  const ends = `${/\S/.exec(text)?.[0]}${/\S(?=\s*$)/.exec(text.slice(-64))?.[0]}`;
  return ends === '{}' || ends === '[]' || ends === '""';
}
