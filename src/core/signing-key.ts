import { hmac, sealHmacKey, type HmacKey } from './hash.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

interface DerivedKey {
  root: string | CryptoKey;
  key: Promise<HmacKey>;
}

/** The keys derived from one client's credentials, one for each scope of the day. They are dropped with their client. */
export function createSigningKeyCache(Hash: HashConstructor) {
  const derived = new Map<string, DerivedKey>();

  /** Derived anew when the day or the secret has changed. `scope`: yyyymmdd/region/service/aws4_request. */
  return function signingKey(source: CredentialSource, scope: string): Promise<HmacKey> {
    const root = 'signingKey' in source ? source.signingKey : source.secretAccessKey;
    const known = derived.get(scope);
    if (known?.root === root) return known.key;
    const [day = ''] = scope.split('/', 1);
    for (const old of derived.keys()) if (!old.startsWith(day)) derived.delete(old);
    const key = derive(Hash, root, scope);
    derived.set(scope, { root, key });
    key.catch(() => derived.delete(scope));
    return key;
  };
}

async function derive(Hash: HashConstructor, root: string | CryptoKey, scope: string): Promise<HmacKey> {
  let key: HmacKey = typeof root === 'string' ? `AWS4${root}` : root;
  for (const part of scope.split('/')) key = await hmac(Hash, key, part);
  return sealHmacKey(Hash, key);
}
