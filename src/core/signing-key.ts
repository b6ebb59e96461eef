import { hmac, sealHmacKey, type HmacKey } from './hash.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

export interface SigningScope {
  /** yyyymmdd */
  date: string;
  region: string;
  service: string;
}

/** Derived keys live for a day; a client uses few of them at a time. */
const capacity = 8;

/** The keys derived from one client's credentials. They are dropped with the client that made them. */
export function createSigningKeyCache(Hash: HashConstructor) {
  const entries = new Map<string, { root: string | CryptoKey; key: Promise<HmacKey> }>();

  /** Derived once for each day, region, service and secret. */
  return function signingKey(source: CredentialSource, scope: SigningScope): Promise<HmacKey> {
    const name = `${source.accessKeyId}/${scope.date}/${scope.region}/${scope.service}`;
    const root = 'signingKey' in source ? source.signingKey : source.secretAccessKey;
    const known = entries.get(name);
    if (known?.root === root) return known.key;
    const key = derive(Hash, source, scope);
    entries.delete(name);
    entries.set(name, { root, key });
    key.catch(() => entries.delete(name));
    const oldest = entries.keys().next();
    if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
    return key;
  };
}

async function derive(
  Hash: HashConstructor,
  source: CredentialSource,
  scope: SigningScope,
): Promise<HmacKey> {
  const root = 'signingKey' in source ? source.signingKey : `AWS4${source.secretAccessKey}`;
  const dated = await hmac(Hash, root, scope.date);
  const regional = await hmac(Hash, dated, scope.region);
  const forService = await hmac(Hash, regional, scope.service);
  return sealHmacKey(Hash, await hmac(Hash, forService, 'aws4_request'));
}
