import { decodeBase64, encodeBase64 } from './base64.ts';

/** base64 in the URL alphabet, without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** null unless the text is exactly that: no padding, no other alphabet, no stray bits. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = decodeBase64(standard.padEnd(Math.ceil(text.length / 4) * 4, '='));
  return bytes && new Uint8Array(bytes);
}
