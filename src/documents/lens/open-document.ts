import { payloadText } from '../payload.ts';
import { unwrap, type Unwrapped } from './layers.ts';
import type { LensAddress, LensResult, OpenedDocument } from './lens-types.ts';
import { asShown } from './one-line.ts';
import { findString, type StringPlace } from './string-place.ts';

/** One string on the way to a document: the text it stands in, where, and what was in it. */
export interface LensLevel {
  text: string;
  place: StringPlace;
  inside: Unwrapped;
}

/** Opens the document at an address, as it stands in the text now. */
export async function openDocument(text: string, address: LensAddress): Promise<LensResult<OpenedDocument>> {
  const opened = await openLevels(text, address);
  const last = opened.ok ? opened.value.at(-1) : undefined;
  if (!opened.ok) return opened;
  if (last === undefined) return { ok: false, problem: { reason: 'gone', level: 0 } };
  const { place, inside } = last;
  const isText = inside.document.encoding === 'utf8';
  return {
    ok: true,
    value: {
      kind: place.kind,
      layers: [
        ...(inside.base64 === null ? [] : (['base64'] as const)),
        ...(inside.gzip ? (['gzip'] as const) : []),
      ],
      bytes: inside.document.bytes,
      text: isText ? asShown(payloadText(inside.document)) : null,
      hasDigest: opened.value.some(({ place: { digest } }) => digest !== null),
    },
  };
}

/** All strings on the way, outermost first. */
export async function openLevels(text: string, address: LensAddress): Promise<LensResult<LensLevel[]>> {
  const levels: LensLevel[] = [];
  let holder = text;
  for (const [level, step] of address.entries()) {
    const place = findString(holder, step, level);
    if (!place.ok) return place;
    // oxlint-disable-next-line no-await-in-loop
    const inside = await unwrap(place.value, level);
    if (!inside.ok) return inside;
    levels.push({ text: holder, place: place.value, inside: inside.value });
    holder = payloadText(inside.value.document);
    const isLast = level === address.length - 1;
    if (!isLast && inside.value.document.encoding === 'binary') {
      return { ok: false, problem: { reason: 'binary', level } };
    }
  }
  return { ok: true, value: levels };
}
