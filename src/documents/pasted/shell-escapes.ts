/**
 * The bytes that `$'…'` and the format of `printf` mean: octal and hexadecimal numbers are bytes, letters are control
 * characters, `\u` is a character. A backslash before anything else stays.
 */
export function unescapeBytes(text: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const match of text.matchAll(escape)) {
    chunks.push(encoder.encode(text.slice(at, match.index)), bytesOf(match));
    at = match.index + match[0].length;
  }
  chunks.push(encoder.encode(text.slice(at)));
  return joinBytes(chunks);
}

/** The bytes as text, a byte order mark included; what is no UTF-8 becomes U+FFFD. */
export function bytesText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

const encoder = new TextEncoder();

const escape =
  /\\(?:(?<octal>[0-7]{1,3})|x(?<hex>[0-9a-fA-F]{1,2})|u(?<short>[0-9a-fA-F]{1,4})|U(?<long>[0-9a-fA-F]{1,8})|(?<letter>[^]))/g;

function bytesOf({ 0: whole, groups = {} }: RegExpMatchArray): Uint8Array {
  const { octal, hex, short, long, letter = '' } = groups;
  if (octal !== undefined) return Uint8Array.of(Number.parseInt(octal, 8) & 0xff);
  if (hex !== undefined) return Uint8Array.of(Number.parseInt(hex, 16));
  const code = Number.parseInt(short ?? long ?? '', 16);
  if (code <= 0x10_ff_ff) return encoder.encode(String.fromCodePoint(code));
  return encoder.encode(letters[letter] ?? whole);
}

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  E: '\u001B',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};
