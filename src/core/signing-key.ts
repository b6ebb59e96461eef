import { hmac, sealHmacKey, type HmacKey } from './hash.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

/** What a key is derived for: yyyymmdd, region, service, and the end that all of them have. */
export type SigningScope = readonly [date: string, region: string, service: string, end: 'aws4_request'];

/** The keys derived from one client's credentials, one for each service. They are dropped with their client. */
export function createSigningKeyCache(Hash: HashConstructor) {
  const entries = new Map<string, { date: string; root: string | CryptoKey; key: Promise<HmacKey> }>();

  /** Derived anew when the day or the secret has changed. */
  return function signingKey(source: CredentialSource, scope: SigningScope): Promise<HmacKey> {
    const [date, ...place] = scope;
    const name = place.join('/');
    const root = 'signingKey' in source ? source.signingKey : `AWS4${source.secretAccessKey}`;
    const known = entries.get(name);
    if (known?.root === root && known.date === date) return known.key;
    const key = derive(Hash, root, scope);
    entries.set(name, { date, root, key });
    key.catch(() => entries.delete(name));
    return key;
  };
}

async function derive(Hash: HashConstructor, root: HmacKey, scope: SigningScope): Promise<HmacKey> {
  let key = root;
  for (const part of scope) key = await hmac(Hash, key, part);
  return sealHmacKey(Hash, key);
}
