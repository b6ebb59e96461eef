import { deflate, inflate } from '../deflate.ts';
import { payloadFromBytes, payloadFromText, payloadText } from '../payload.ts';
import type { PayloadDocument } from '../payload-types.ts';
import { readBase64, writeBase64, type Base64Style } from './base64-text.ts';
import type { LensResult } from './lens-types.ts';
import type { StringPlace } from './string-place.ts';

/** More than Lambda takes: a payload that says it inflates to more is no event. */
const maxInflatedBytes = 6_291_456;

/** What a string held, and how it gets back into it. */
export interface Unwrapped {
  document: PayloadDocument;
  base64: Base64Style | null;
  gzip: boolean;
}

/** Takes a document out of its string. */
export async function unwrap(place: StringPlace, level: number): Promise<LensResult<Unwrapped>> {
  if (!place.base64) return unwrapText(place.meaning, level);
  const read = readBase64(place.meaning);
  if (read === null) return { ok: false, problem: { reason: 'bad-base64', level } };
  const { bytes, style: base64 } = read;
  if (!isGzip(bytes)) {
    // A batch of CloudWatch Logs is compressed always.
    if (place.kind === 'log-batch') return { ok: false, problem: { reason: 'bad-gzip', level } };
    return { ok: true, value: { document: payloadFromBytes(bytes), base64, gzip: false } };
  }
  const inflated = await inflate(new Uint8Array(bytes), maxInflatedBytes, 'gzip');
  if (inflated.ok)
    return { ok: true, value: { document: payloadFromBytes(inflated.bytes), base64, gzip: true } };
  return {
    ok: false,
    problem:
      inflated.reason === 'too-big'
        ? { reason: 'too-big', level, maxBytes: maxInflatedBytes }
        : { reason: 'bad-gzip', level },
  };
}

/** What the string has to mean for the document to be in it. */
export async function wrap(
  document: PayloadDocument,
  { base64, gzip }: Pick<Unwrapped, 'base64' | 'gzip'>,
): Promise<string> {
  if (base64 === null) return (document.bom ? '\uFEFF' : '') + payloadText(document);
  const bytes = gzip ? await deflate(new Uint8Array(document.bytes), 'gzip') : document.bytes;
  return writeBase64(bytes, base64);
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function unwrapText(text: string, level: number): LensResult<Unwrapped> {
  const read = payloadFromText(text);
  if (read.ok) return { ok: true, value: { document: read.document, base64: null, gzip: false } };
  return { ok: false, problem: { reason: 'unwritable', level, problem: read.problem } };
}
