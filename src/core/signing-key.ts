import { toBytes } from './bytes.ts';
import type { CredentialSource } from './client-types.ts';
import { sealHmacKey, type Hash, type HmacKey } from './hash.ts';

interface DerivedKey {
  root: string | CryptoKey;
  scope: string;
  key: Promise<HmacKey>;
}

/** The keys derived from one client's credentials, one for each region and service. They are dropped with their client. */
export function createSigningKeyCache(hash: Hash) {
  const derived = new Map<string, DerivedKey>();

  /** Derived anew when the day or the secret has changed. `scope`: yyyymmdd/region/service/aws4_request. */
  return function signingKey(source: CredentialSource, scope: string): Promise<HmacKey> {
    const root = 'signingKey' in source ? source.signingKey : source.secretAccessKey;
    const purpose = scope.slice('yyyymmdd'.length);
    const known = derived.get(purpose);
    if (known?.root === root && known.scope === scope) return known.key;
    const key = derive(hash, root, scope);
    derived.set(purpose, { root, scope, key });
    key.catch(() => derived.delete(purpose));
    return key;
  };
}

async function derive(hash: Hash, root: string | CryptoKey, scope: string): Promise<HmacKey> {
  let key: HmacKey = typeof root === 'string' ? `AWS4${root}` : root;
  for (const part of scope.split('/')) key = toBytes(await hash(part, key));
  return sealHmacKey(hash, key);
}
