import { encodeBase64 } from './base64.ts';

/** A way to make a text of bytes that are not UTF-8. */
export interface TextForm {
  id: 'utf-16' | 'windows-1252' | 'base64';
  /** Such as `Read as UTF-16`. */
  label: string;
  text: () => string;
}

/**
 * The ways that these bytes allow, the likeliest first. UTF-16 is what Windows PowerShell writes with `>`; as
 * Windows-1252 any bytes can be read; base64 in quotes is JSON and loses nothing.
 */
export function textForms(bytes: Uint8Array): TextForm[] {
  const wide = utf16Of(bytes);
  return [
    ...(wide === null ? [] : [{ id: 'utf-16', label: 'Read as UTF-16', text: () => wide } as const]),
    {
      id: 'windows-1252',
      label: 'Read as Windows-1252',
      text: () => windows1252Of(bytes),
    },
    { id: 'base64', label: 'Make it a JSON string of base64', text: () => `"${encodeBase64(bytes)}"` },
  ];
}

/** Node 20 reads the bytes from 0x80 to 0x9F as Latin-1 does, browsers read them right already. */
function windows1252Of(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => windows1252High[char.charCodeAt(0) - 0x80] ?? char);
}

/** The characters of 0x80 to 0x9F; a space where Windows-1252 has none. */
const windows1252High = Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ', (char) =>
  char === ' ' ? undefined : char,
);

/** Only where a byte order mark or many zero bytes speak for it: any even number of bytes could be UTF-16. */
function utf16Of(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const bigEndian = first === 0xfe && second === 0xff;
  const marked = bigEndian || (first === 0xff && second === 0xfe);
  if (!marked && !hasManyZeros(bytes)) return null;
  const zeroFirst = first === 0;
  try {
    const encoding = bigEndian || (!marked && zeroFirst) ? 'utf-16be' : 'utf-16le';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasManyZeros(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return bytes.length % 2 === 0 && zeros > sample.length / 4;
}
