import { unsafe } from './unsafe-characters.ts';

/** How a language writes a text. */
export interface StringStyle {
  quote: '"' | "'";
  /** Joins the literals of a text of many lines, each on a line of its own. */
  join: (literals: readonly string[]) => string;
}

/**
 * A text as a literal, in one line, or for a text of many lines one literal a line. Escapes are those that
 * JavaScript, Python and Go have in common: `\n`, `\r`, `\t`, `\\`, the quote and `\uXXXX`.
 */
export function stringLiteral(text: string, { quote, join }: StringStyle): string {
  const lines = text.split(/(?<=\n)/);
  const literals = lines.map((line) => `${quote}${escaped(line, quote)}${quote}`);
  return literals.length < 2 ? (literals[0] ?? `${quote}${quote}`) : join(literals);
}

/** The bytes as text, or null when they are no UTF-8 and must go as base64. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function escaped(line: string, quote: string): string {
  return line
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(unsafe, (character) => short[character] ?? unicodeEscape(character));
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
