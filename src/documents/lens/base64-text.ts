import { decodeBase64, encodeBase64 } from '../base64.ts';

/** How a base64 text is written, so that an edited one is written alike. */
export interface Base64Style {
  /** The URL alphabet of RFC 4648, section 5. */
  isUrl: boolean;
  isPadded: boolean;
  /** Broken into lines, as MIME does (RFC 2045); null when it is one line. */
  lines: { width: number; lineEnd: string; atEnd: boolean } | null;
}

/** null when the text is no base64 of either alphabet. */
export function readBase64(text: string): { bytes: Uint8Array; style: Base64Style } | null {
  const lines = linesOf(text);
  const digits = lines === null ? text : text.replace(/\s+/g, '');
  const isUrl = /[-_]/.test(digits);
  if (isUrl && /[+/]/.test(digits)) return null;
  const isPadded = digits.endsWith('=') || (!isUrl && digits.length % 4 === 0);
  const standard = isUrl ? digits.replaceAll('-', '+').replaceAll('_', '/') : digits;
  const bytes = decodeBase64(isPadded ? standard : standard.padEnd(Math.ceil(digits.length / 4) * 4, '='));
  return bytes && { bytes, style: { isUrl, isPadded, lines } };
}

export function writeBase64(bytes: Uint8Array, { isUrl, isPadded, lines }: Base64Style): string {
  let text = encodeBase64(bytes);
  if (isUrl) text = text.replaceAll('+', '-').replaceAll('/', '_');
  if (!isPadded) text = text.replace(/=+$/, '');
  if (lines === null) return text;
  const rows = text.match(new RegExp(`.{1,${lines.width}}`, 'g')) ?? [];
  return rows.join(lines.lineEnd) + (lines.atEnd ? lines.lineEnd : '');
}

function linesOf(text: string): Base64Style['lines'] {
  const first = /[\r\n]+/.exec(text);
  if (first === null || first.index === 0) return null;
  return { width: first.index, lineEnd: first[0], atEnd: /[\r\n]$/.test(text) };
}
