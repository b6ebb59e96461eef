import { hmac, sealHmacKey, type HmacKey } from './hash.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

export interface SigningScope {
  /** yyyymmdd */
  date: string;
  region: string;
  service: string;
}

/** The keys derived from one client's credentials, one for each service. They are dropped with their client. */
export function createSigningKeyCache(Hash: HashConstructor) {
  const entries = new Map<string, { date: string; root: string | CryptoKey; key: Promise<HmacKey> }>();

  /** Derived anew when the day or the secret has changed. */
  return function signingKey(source: CredentialSource, scope: SigningScope): Promise<HmacKey> {
    const { date, region, service } = scope;
    const name = `${region}/${service}`;
    const root = 'signingKey' in source ? source.signingKey : `AWS4${source.secretAccessKey}`;
    const known = entries.get(name);
    if (known?.root === root && known.date === date) return known.key;
    const key = derive(Hash, root, [date, region, service, 'aws4_request']);
    entries.set(name, { date, root, key });
    key.catch(() => entries.delete(name));
    return key;
  };
}

async function derive(Hash: HashConstructor, root: HmacKey, scope: readonly string[]): Promise<HmacKey> {
  let key = root;
  for (const part of scope) key = await hmac(Hash, key, part);
  return sealHmacKey(Hash, key);
}
