import type { PayloadDocument } from './payload-types.ts';

export type LineEnd = 'lf' | 'crlf' | 'cr';

const characters: Record<LineEnd, string> = { lf: '\n', crlf: '\r\n', cr: '\r' };
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The line ends in UTF-8 bytes: neither byte occurs inside another character. */
export function lineEndsOf(bytes: Uint8Array): PayloadDocument['eol'] {
  // A native search settles most texts without a loop over every byte.
  if (bytes.indexOf(carriageReturn) < 0) return bytes.indexOf(lineFeed) < 0 ? 'none' : 'lf';
  let found: LineEnd | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    const here = lineEndAt(bytes, at);
    if (here === undefined) continue;
    if (found !== undefined && found !== here) return 'mixed';
    found = here;
    if (here === 'crlf') at += 1;
  }
  return found ?? 'none';
}

function lineEndAt(bytes: Uint8Array, at: number): LineEnd | undefined {
  if (bytes[at] === lineFeed) return 'lf';
  if (bytes[at] !== carriageReturn) return undefined;
  return bytes[at + 1] === lineFeed ? 'crlf' : 'cr';
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
