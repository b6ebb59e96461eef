import { hmac, sealHmacKey, type HmacKey } from './hash.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

interface DerivedKey {
  root: string | CryptoKey;
  scope: string;
  key: Promise<HmacKey>;
}

/** The keys derived from one client's credentials, one for each region and service. They are dropped with their client. */
export function createSigningKeyCache(Hash: HashConstructor) {
  const derived = new Map<string, DerivedKey>();

  /** Derived anew when the day or the secret has changed. `scope`: yyyymmdd/region/service/aws4_request. */
  return function signingKey(source: CredentialSource, scope: string): Promise<HmacKey> {
    const root = 'signingKey' in source ? source.signingKey : source.secretAccessKey;
    const purpose = scope.slice('yyyymmdd'.length);
    const known = derived.get(purpose);
    if (known?.root === root && known.scope === scope) return known.key;
    const key = derive(Hash, root, scope);
    derived.set(purpose, { root, scope, key });
    key.catch(() => derived.delete(purpose));
    return key;
  };
}

async function derive(Hash: HashConstructor, root: string | CryptoKey, scope: string): Promise<HmacKey> {
  let key: HmacKey = typeof root === 'string' ? `AWS4${root}` : root;
  for (const part of scope.split('/')) key = await hmac(Hash, key, part);
  return sealHmacKey(Hash, key);
}
