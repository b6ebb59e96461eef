import { toCryptoKey } from './hash.ts';

/**
 * Turns a secret access key into a key that signs (`CredentialSource.signingKey`) and can never be read again, not
 * even by this page; it may be kept in IndexedDB. Needs WebCrypto, that is, a secure context: rejects without it.
 */
export function importSigningKey(secretAccessKey: string): Promise<CryptoKey> {
  return toCryptoKey(`AWS4${secretAccessKey}`);
}
