import type { PayloadDocument } from './payload-types.ts';

export type LineEnd = 'lf' | 'crlf' | 'cr';

const characters: Record<LineEnd, string> = { lf: '\n', crlf: '\r\n', cr: '\r' };
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The line ends in UTF-8 bytes: neither byte occurs inside another character. */
export function lineEndsOf(bytes: Uint8Array): PayloadDocument['eol'] {
  // Two native searches settle the usual cases without a loop over every byte.
  if (bytes.indexOf(carriageReturn) < 0) return bytes.indexOf(lineFeed) < 0 ? 'none' : 'lf';
  const found = new Set<LineEnd>();
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) {
    found.add(bytes[at + 1] === lineFeed ? 'crlf' : 'cr');
    if (found.size === 2) return 'mixed';
  }
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (at === 0 || bytes[at - 1] !== carriageReturn) return 'mixed';
  }
  return found.has('crlf') ? 'crlf' : 'cr';
}

/** The most frequent line end (of equals the first of LF, CRLF, CR), and whether there are others. */
export function lineEndsIn(text: string): { dominant: LineEnd; mixed: boolean } {
  if (!text.includes('\r')) return { dominant: 'lf', mixed: false };
  const counts: Record<LineEnd, number> = { lf: 0, crlf: 0, cr: 0 };
  for (const [lineEnd] of text.matchAll(/\r\n|\r|\n/g)) {
    counts[lineEnd === '\n' ? 'lf' : lineEnd === '\r' ? 'cr' : 'crlf'] += 1;
  }
  const order = ['lf', 'crlf', 'cr'] as const;
  const dominant = order.reduce((most, one) => (counts[one] > counts[most] ? one : most));
  return { dominant, mixed: order.filter((one) => counts[one] > 0).length > 1 };
}

export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** `text` has line feeds only. */
export function bringLineEndsTo(lineEnd: LineEnd, text: string): string {
  return lineEnd === 'lf' ? text : text.replaceAll('\n', characters[lineEnd]);
}
