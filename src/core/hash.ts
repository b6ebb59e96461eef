import { toBytes, unshared } from './bytes.ts';
import type { HashConstructor } from './client-types.ts';

/** What an HMAC may be keyed with; a CryptoKey never shows its bytes. */
export type HmacKey = string | Uint8Array | CryptoKey;

/** SHA-256 of some data, or with a key its HMAC-SHA-256. */
export type Hash = (data: string | Uint8Array, key?: HmacKey) => Promise<ArrayBuffer | Uint8Array>;

/** By the class that is given, else by WebCrypto; pages that are no secure context have none. */
export function createHash(Given: HashConstructor | undefined): Hash {
  if (Given) return hashBy(Given);
  return hasWebCrypto() ? hashByWebCrypto : hashInJavaScript;
}

/** A body is never copied by us, as @aws-crypto/sha256-browser does, which is felt at 6 MB. */
export const hashByWebCrypto: Hash = (data, key) => {
  if (key === undefined) return crypto.subtle.digest('SHA-256', unshared(toBytes(data)));
  if (isCryptoKey(key)) return crypto.subtle.sign('HMAC', key, unshared(toBytes(data)));
  return toCryptoKey(key).then((sealed) => hashByWebCrypto(data, sealed));
};

/** Loaded when it is first used: where WebCrypto exists it never is. */
export const hashInJavaScript: Hash = async (data, key) => {
  const { Sha256 } = await import('@aws-crypto/sha256-browser');
  return hashBy(Sha256)(data, key);
};

/** A CryptoKey signs by WebCrypto in any case, which alone can use it. */
function hashBy(Given: HashConstructor): Hash {
  return async (data, key) => {
    if (isCryptoKey(key)) return hashByWebCrypto(data, key);
    const hash = new Given(key);
    hash.update(toBytes(data));
    return hash.digest();
  };
}

/** Imported once, a key that signs many requests is cheaper, and its bytes can be dropped. */
export async function sealHmacKey(hash: Hash, key: HmacKey): Promise<HmacKey> {
  return hash === hashByWebCrypto ? toCryptoKey(key) : key;
}

/** A key that signs and cannot be read. */
export async function toCryptoKey(key: HmacKey): Promise<CryptoKey> {
  if (isCryptoKey(key)) return key;
  const bytes = unshared(toBytes(key));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function isCryptoKey(key: HmacKey | undefined): key is CryptoKey {
  return typeof key === 'object' && !(key instanceof Uint8Array);
}

function hasWebCrypto(): boolean {
  const found: { subtle?: SubtleCrypto } | undefined = globalThis.crypto;
  return found?.subtle !== undefined;
}
