const saltBytes = 16;
const ivBytes = 12;
const rounds = 600_000;
/** Binds the ciphertext to this container: another version of it can not be mistaken for this one. */
const context = new TextEncoder().encode('p=1e');

/** salt | iv | AES-256-GCM ciphertext, by a key that PBKDF2-SHA-256 makes of the passphrase. */
export async function seal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await passphraseKey(passphrase, salt);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: context }, key, bytes);
  return new Uint8Array(await new Blob([salt, iv, sealed]).arrayBuffer());
}

/** null for a wrong passphrase and for damage alike: they can not be told apart. */
export async function unseal(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const salt = bytes.subarray(0, saltBytes);
  const iv = bytes.subarray(saltBytes, saltBytes + ivBytes);
  const sealed = bytes.subarray(saltBytes + ivBytes);
  try {
    const key = await passphraseKey(passphrase, salt);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: context }, key, sealed),
    );
  } catch {
    return null;
  }
}

/** The AES-256-GCM key that PBKDF2-SHA-256 makes of a passphrase; it can't be exported. */
export async function passphraseKey(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
