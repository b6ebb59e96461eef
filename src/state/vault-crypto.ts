import { passphraseKey } from '../documents/sealed-data.ts';

/** A record of the vault as it is stored: nothing of it can be read without the passphrase. */
export interface SealedRecord {
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  ct: Uint8Array<ArrayBuffer>;
}

/** The key that a passphrase gives with a salt; it can't be exported. */
export interface VaultKey {
  salt: Uint8Array<ArrayBuffer>;
  key: CryptoKey;
}

/** Slow on purpose (PBKDF2-SHA-256, 600,000 rounds): once for a vault, not for each record. */
export async function vaultKey(passphrase: string, salt?: Uint8Array<ArrayBuffer>): Promise<VaultKey> {
  const own = salt ?? crypto.getRandomValues(new Uint8Array(16));
  return { salt: own, key: await passphraseKey(passphrase, own) };
}

/** `bound` is what the record belongs to: moved to another connection or address it can't be opened. */
export async function sealRecord(
  { salt, key }: VaultKey,
  text: string,
  bound: string,
): Promise<SealedRecord> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(algorithm(iv, bound), key, new TextEncoder().encode(text));
  return { salt, iv, ct: new Uint8Array(sealed) };
}

/** null for a wrong passphrase and for damage alike: they can't be told apart. */
export async function openRecord(
  { key }: VaultKey,
  { iv, ct }: SealedRecord,
  bound: string,
): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, bound), key, ct));
  } catch {
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`invoke-console/vault 1 ${bound}`) };
}
