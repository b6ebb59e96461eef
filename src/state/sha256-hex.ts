/** null where the origin is not secure: the browser then gives no WebCrypto. */
export async function sha256Hex(bytes: Uint8Array): Promise<string | null> {
  if (!globalThis.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
