/** What kind of picture these bytes are, by their own first bytes; null when a browser would draw none. */
export function imageTypeOf(bytes: Uint8Array, contentType = ''): string | null {
  const found = signatures.find(([, offset, signature]) =>
    signature.every((byte, index) => bytes[offset + index] === byte),
  );
  if (found) return found[0];
  return isSvg(bytes, contentType) ? 'image/svg+xml' : null;
}

/** Sources: PNG 5.2; JPEG (ITU T.81) B.1.1.3; GIF89a 17; WebP container specification. */
const signatures: readonly (readonly [string, number, readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

/** SVG is text: it says so itself, or its content type does. */
function isSvg(bytes: Uint8Array, contentType: string): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1_024)).trimStart();
  if (!start.startsWith('<')) return false;
  return (
    /^image\/svg\+xml\b/i.test(contentType) ||
    /^(?:<\?xml[^>]*>|<!--[^>]*>|<!doctype svg[^>]*>|\s)*<svg[\s/>]/i.test(start)
  );
}
