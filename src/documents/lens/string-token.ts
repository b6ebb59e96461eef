import type { TextPart } from './lens-types.ts';

/**
 * The part of a JSON string token that has to change for it to mean `after` in place of `before`, offsets from its
 * opening quote; null when they are equal. What is equal at both ends stays as it is written, and what is new is
 * escaped as the rest is: `\/`, `\u00e9` and `\u003c` where the token writes these characters so.
 */
export function patchString(token: string, before: string, after: string): TextPart | null {
  if (before === after) return null;
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  return {
    start: rawOffset(token, head),
    end: rawOffset(token, before.length - tail),
    text: escaped(after.slice(head, after.length - tail), token),
  };
}

/** What a sound token means. */
export function readString(token: string): string {
  return String(JSON.parse(token));
}

function commonHead(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  // Half a pair would be written beside the other half of another.
  return head > 0 && isHighSurrogate(before.charCodeAt(head - 1)) ? head - 1 : head;
}

function commonTail(before: string, after: string, head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (
    tail < most &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail)) ? tail - 1 : tail;
}

/** Where in the token the character stands that is number `units` of what it means. */
function rawOffset(token: string, units: number): number {
  if (!token.includes('\\')) return units + 1;
  let at = 1;
  for (let unit = 0; unit < units; unit += 1) at += unitLength(token, at);
  return at;
}

/** The character of the meaning that stands at an offset of the token: the other way round. */
export function meaningOffset(token: string, raw: number): number {
  let [at, units] = [1, 0];
  const end = Math.min(raw, token.length - 1);
  while (at < end) {
    at += unitLength(token, at);
    if (at <= end) units += 1;
  }
  return units;
}

function unitLength(token: string, at: number): number {
  if (token.charCodeAt(at) !== backslash) return 1;
  return token[at + 1] === 'u' ? 6 : 2;
}

function escaped(text: string, token: string): string {
  const plain = JSON.stringify(text).slice(1, -1);
  if (!token.includes('\\')) return plain;
  const { wide, narrow } = escapesOf(token);
  let written = plain;
  for (const [character, escape] of narrow) written = written.replaceAll(character, escape);
  return wide === null ? written : written.replace(/[\u0080-\uffff]/g, (unit) => unicodeEscape(unit, wide));
}

interface Escapes {
  /** How hexadecimal digits are written where characters beyond ASCII are escaped; null where they are not. */
  wide: 'lower' | 'upper' | null;
  /** Punctuation that needs no escape and always has one. */
  narrow: ReadonlyMap<string, string>;
}

function escapesOf(token: string): Escapes {
  const narrow = new Map<string, string>();
  let wide: Escapes['wide'] = null;
  for (const [escape] of token.matchAll(/\\(?:u[\da-fA-F]{4}|.)/g)) {
    const meant = readString(`"${escape}"`);
    const code = meant.charCodeAt(0);
    if (code >= 0x80) {
      if (!isSurrogate(code) || wide === null) wide = /[A-F]/.test(escape) ? 'upper' : (wide ?? 'lower');
    } else if (/[^\s\w"\\]/.test(meant) && code > 0x20) narrow.set(meant, escape);
  }
  for (const character of narrow.keys()) if (hasPlain(token, character)) narrow.delete(character);
  return { wide: /[\u0080-\uffff]/.test(token) ? null : wide, narrow };
}

function hasPlain(token: string, character: string): boolean {
  for (let at = token.indexOf(character); at >= 0; at = token.indexOf(character, at + 1)) {
    if (token.charCodeAt(at - 1) !== backslash) return true;
  }
  return false;
}

function unicodeEscape(unit: string, digits: 'lower' | 'upper'): string {
  const hex = unit.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${digits === 'upper' ? hex.toUpperCase() : hex}`;
}

const backslash = 0x5c;

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
