import {
  ALGORITHM_IDENTIFIER,
  SignatureV4Base,
  createScope,
  getCanonicalHeaders,
} from '@smithy/signature-v4';
import { toHex } from './bytes.ts';
import { hmac, sha256Hex } from './hash.ts';
import { createSigningKeyCache } from './signing-key.ts';
import type { CredentialSource, HashConstructor } from './client-types.ts';

/** A request as the signer sees it: header names in lower case, the path as on the wire, the query decoded. */
export interface SignableRequest {
  method: string;
  /** With its port when that is not the scheme's own. */
  host: string;
  path: string;
  query: readonly (readonly [string, string])[];
  headers: Record<string, string>;
  body?: Uint8Array | undefined;
}

export interface SigningContext {
  source: CredentialSource;
  region: string;
  service: string;
  date: Date;
}

export interface SignedRequest {
  /** The headers to send: those given, x-amz-date, x-amz-content-sha256, x-amz-security-token, authorization. */
  headers: Record<string, string>;
  canonicalRequest: string;
  stringToSign: string;
  signedHeaders: string[];
}

export interface SignerOptions {
  /** The canonical path escapes the wire path once more; every service but S3 wants it. @default true */
  uriEscapePath?: boolean;
  /** Sends and signs x-amz-content-sha256. @default true */
  applyChecksum?: boolean;
}

export type Signer = (request: SignableRequest, context: SigningContext) => Promise<SignedRequest>;

/** Signature Version 4 in the Authorization header: the canonical forms of @smithy/signature-v4, our key cache. */
export function createSigner(Hash: HashConstructor, options: SignerOptions = {}): Signer {
  const canonical = new CanonicalForms(Hash, options);
  const signingKey = createSigningKeyCache(Hash);
  return async (request, { source, region, service, date }) => {
    const { longDate, shortDate } = canonical.dates(date);
    const payloadHash = await hashPayload(Hash, request);
    const headers: Record<string, string> = { ...request.headers, 'x-amz-date': longDate };
    if (source.sessionToken) headers['x-amz-security-token'] = source.sessionToken;
    if (options.applyChecksum !== false) headers['x-amz-content-sha256'] = payloadHash;
    const { canonicalRequest, signedHeaders } = canonical.request({ ...request, headers }, payloadHash);
    const scope = createScope(shortDate, region, service);
    const stringToSign = await canonical.stringToSign(longDate, scope, canonicalRequest);
    const key = await signingKey(source, { date: shortDate, region, service });
    const signature = toHex(await hmac(Hash, key, stringToSign));
    headers['authorization'] =
      `${ALGORITHM_IDENTIFIER} Credential=${source.accessKeyId}/${scope}, ` +
      `SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
    return { headers, canonicalRequest, stringToSign, signedHeaders };
  };
}

/** A body is hashed once: a caller that sends again passes x-amz-content-sha256 along. */
export async function hashPayload(Hash: HashConstructor, request: Pick<SignableRequest, 'headers' | 'body'>) {
  return request.headers['x-amz-content-sha256'] ?? sha256Hex(Hash, request.body ?? new Uint8Array(0));
}

/** Opens what the library keeps for its own subclasses; it signs with credentials, we only want its texts. */
class CanonicalForms extends SignatureV4Base {
  constructor(Hash: HashConstructor, { uriEscapePath = true }: SignerOptions) {
    super({ sha256: Hash, uriEscapePath, service: '', region: '', credentials: noCredentials });
  }

  dates(date: Date): { longDate: string; shortDate: string } {
    return this.formatDate(date);
  }

  request({ method, host, path, query, headers }: SignableRequest, payloadHash: string) {
    const request = {
      method,
      path,
      protocol: 'https:',
      hostname: host,
      query: queryBag(query),
      headers: { ...headers, host },
    };
    const canonicalHeaders = getCanonicalHeaders(request);
    return {
      canonicalRequest: this.createCanonicalRequest(request, canonicalHeaders, payloadHash),
      signedHeaders: Object.keys(canonicalHeaders).sort(),
    };
  }

  stringToSign(longDate: string, scope: string, canonicalRequest: string): Promise<string> {
    return this.createStringToSign(longDate, scope, canonicalRequest, ALGORITHM_IDENTIFIER);
  }
}

const noCredentials = { accessKeyId: '', secretAccessKey: '' };

function queryBag(pairs: SignableRequest['query']): Record<string, string[]> {
  const bag = new Map<string, string[]>();
  for (const [key, value] of pairs) bag.set(key, [...(bag.get(key) ?? []), value]);
  return Object.fromEntries(bag);
}
