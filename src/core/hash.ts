import { joinBytes, toBytes, toHex, unshared } from './bytes.ts';
import type { HashConstructor } from './client-types.ts';

/** What an HMAC may be keyed with; a CryptoKey never shows its bytes. */
export type HmacKey = string | Uint8Array | CryptoKey;

/**
 * SHA-256, and HMAC-SHA-256 when constructed with a secret, over WebCrypto. Data is kept as it came: a body in one
 * piece is never copied by us, as @aws-crypto/sha256-browser does, which is felt at 6 MB.
 */
export class WebCryptoSha256 {
  readonly #secret: Uint8Array | undefined;
  #pieces: Uint8Array[] = [];

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = secret === undefined ? undefined : toBytes(secret);
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#pieces.push(toBytes(data));
  }

  digest(): Promise<Uint8Array> {
    return this.compute(joinBytes(this.#pieces), this.#secret);
  }

  reset(): void {
    this.#pieces = [];
  }

  protected async compute(data: Uint8Array, secret: Uint8Array | undefined): Promise<Uint8Array> {
    return secret
      ? hmacByWebCrypto(secret, data)
      : new Uint8Array(await crypto.subtle.digest('SHA-256', unshared(data)));
  }
}

/** The same in JavaScript. Loaded when it is first used: where WebCrypto exists it never is. */
export class PortableSha256 extends WebCryptoSha256 {
  protected override async compute(data: Uint8Array, secret: Uint8Array | undefined): Promise<Uint8Array> {
    const { Sha256 } = await import('@aws-crypto/sha256-browser');
    const hash = new Sha256(secret);
    hash.update(data);
    return hash.digest();
  }
}

/** WebCrypto where there is one; pages that are no secure context have none. */
export function defaultSha256(): HashConstructor {
  return hasWebCrypto() ? WebCryptoSha256 : PortableSha256;
}

export async function sha256Hex(Hash: HashConstructor, data: string | Uint8Array): Promise<string> {
  return toHex(await digest(Hash, undefined, data));
}

/** HMAC-SHA-256. A CryptoKey always signs by WebCrypto, which alone can use it. */
export function hmac(Hash: HashConstructor, key: HmacKey, data: string): Promise<Uint8Array> {
  return isCryptoKey(key) ? hmacByWebCrypto(key, toBytes(data)) : digest(Hash, key, data);
}

function digest(Hash: HashConstructor, secret: string | Uint8Array | undefined, data: string | Uint8Array) {
  const hash = new Hash(secret);
  hash.update(toBytes(data));
  return hash.digest();
}

/** Imported once, a key that signs many requests is cheaper, and its bytes can be dropped. */
export async function sealHmacKey(Hash: HashConstructor, key: HmacKey): Promise<HmacKey> {
  return Hash === WebCryptoSha256 ? toCryptoKey(key) : key;
}

async function hmacByWebCrypto(key: HmacKey, data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await toCryptoKey(key), unshared(data)));
}

/** A key that signs and cannot be read. */
export async function toCryptoKey(key: HmacKey): Promise<CryptoKey> {
  if (isCryptoKey(key)) return key;
  const bytes = unshared(toBytes(key));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function isCryptoKey(key: HmacKey): key is CryptoKey {
  return typeof key === 'object' && !(key instanceof Uint8Array);
}

function hasWebCrypto(): boolean {
  const found: { subtle?: SubtleCrypto } | undefined = globalThis.crypto;
  return found?.subtle !== undefined;
}
