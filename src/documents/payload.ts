import { decodeBase64, encodeBase64 } from './base64.ts';
import { bringLineEndsTo, lineEndsIn, lineEndsOf, withLineFeeds } from './line-ends.ts';
import type { PayloadDocument, PayloadEdit, PayloadProblem, PayloadText } from './payload-types.ts';
import { positionOf } from './text-position.ts';

const byteOrderMark = '\uFEFF';
const encoder = new TextEncoder();

/** A document never changes, so its text is decoded once. */
const texts = new WeakMap<PayloadDocument, string>();

export const emptyPayload: PayloadDocument = Object.freeze({
  bytes: new Uint8Array(0),
  encoding: 'utf8',
  bom: false,
  eol: 'none',
});

/** The bytes as they are, described. They are not copied: the caller no longer changes them. */
export function payloadFromBytes(bytes: Uint8Array): PayloadDocument {
  const text = decodeStrictly(bytes);
  if (text === null) return { bytes, encoding: 'binary', bom: false, eol: 'none' };
  const bom = text.startsWith(byteOrderMark);
  const document: PayloadDocument = { bytes, encoding: 'utf8', bom, eol: lineEndsOf(bytes) };
  texts.set(document, bom ? text.slice(1) : text);
  return document;
}

/** A text exactly as written: a leading U+FEFF is the byte order mark, line ends stay as they are. */
export function payloadFromText(text: string): PayloadEdit {
  const problem = loneSurrogate(text);
  return problem ? { ok: false, problem } : { ok: true, document: encoded(text) };
}

/** The text for an editor, without the byte order mark. Of a binary payload a lossy reading, for search alone. */
export function payloadText(document: PayloadDocument): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const bytes = document.bom ? document.bytes.subarray(3) : document.bytes;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  texts.set(document, text);
  return text;
}

/**
 * The document after an edit in an editor that may have brought its line ends to one kind. The same text, line
 * ends aside, gives the same document back. A changed text takes the document's line ends (mixed ones become the
 * most frequent kind, and `unified` says so) and keeps its byte order mark.
 */
export function editPayload(document: PayloadDocument, newText: string): PayloadEdit {
  if (document.encoding === 'binary') return { ok: false, problem: notText };
  const oldText = payloadText(document);
  const { text, bom } = splitMark(newText, oldText, document.bom);
  if (text === oldText && bom === document.bom) return { ok: true, document };
  const problem = loneSurrogate(newText);
  if (problem) return { ok: false, problem };

  const edited = encoded((bom ? byteOrderMark : '') + text);
  if (hasLineEndsOf(document, edited)) return { ok: true, document: edited };
  if (bom === document.bom && withLineFeeds(text) === withLineFeeds(oldText)) return { ok: true, document };
  return { ok: true, ...unify(edited, document) };
}

/** A mark at the start of the editor's text is the document's, unless the document's own text began with another. */
function splitMark(newText: string, oldText: string, bom: boolean): { text: string; bom: boolean } {
  const bringsMark = newText.startsWith(byteOrderMark) && !oldText.startsWith(byteOrderMark);
  return bringsMark ? { text: newText.slice(1), bom: true } : { text: newText, bom };
}

/** Nearly always: then nothing is converted, and a text of 6 MB is gone through once. */
function hasLineEndsOf(document: PayloadDocument, edited: PayloadDocument): boolean {
  if (document.eol === 'none') return edited.eol !== 'mixed';
  return document.eol !== 'mixed' && (edited.eol === document.eol || edited.eol === 'none');
}

function unify(
  edited: PayloadDocument,
  model: PayloadDocument,
): { document: PayloadDocument; unified?: true } {
  const text = payloadText(edited);
  const { dominant, mixed } = lineEndsIn(model.eol === 'none' ? text : payloadText(model));
  const unified = encoded((edited.bom ? byteOrderMark : '') + bringLineEndsTo(dominant, withLineFeeds(text)));
  return { document: unified, ...(mixed ? { unified: true } : {}) };
}

/** What goes over the wire: every byte, the byte order mark included; undefined sends no body. */
export function payloadBytesForSend(document: PayloadDocument): Uint8Array | undefined {
  return document.bytes.byteLength === 0 ? undefined : document.bytes;
}

/** For a preset or a link: nothing of the bytes is lost either way. */
export function payloadToPreset(document: PayloadDocument): PayloadText {
  if (document.encoding === 'binary') {
    return { payload: encodeBase64(document.bytes), payloadEncoding: 'base64' };
  }
  return { payload: (document.bom ? byteOrderMark : '') + payloadText(document), payloadEncoding: 'utf8' };
}

export function payloadFromPreset({ payload, payloadEncoding }: PayloadText): PayloadEdit {
  if (payloadEncoding === 'utf8') return payloadFromText(payload);
  const bytes = decodeBase64(payload);
  if (bytes) return { ok: true, document: payloadFromBytes(bytes) };
  return { ok: false, problem: { message: 'The payload is not base64.', offset: 0, line: 1, column: 1 } };
}

const notText: PayloadProblem = {
  message: 'This payload is not UTF-8 text, so it can only be replaced as a whole.',
  offset: 0,
  line: 1,
  column: 1,
};

/** The text has no lone surrogate. */
function encoded(text: string): PayloadDocument {
  const bytes = encoder.encode(text);
  const bom = text.startsWith(byteOrderMark);
  const document: PayloadDocument = { bytes, encoding: 'utf8', bom, eol: lineEndsOf(bytes) };
  texts.set(document, bom ? text.slice(1) : text);
  return document;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** TextEncoder would replace one by U+FFFD without a word. */
function loneSurrogate(text: string): PayloadProblem | null {
  // The first test needs no code points and settles nearly every text at once.
  if (!/[\uD800-\uDFFF]/.test(text)) return null;
  const offset = text.search(/[\uD800-\uDFFF]/u);
  if (offset < 0) return null;
  const unit = text.charCodeAt(offset).toString(16).toUpperCase();
  return {
    message: `Half a character (lone surrogate U+${unit}) has no UTF-8 bytes. Remove it, or write it as \\u${unit.toLowerCase()}.`,
    ...positionOf(text, offset),
  };
}
