import { toHex } from './bytes.ts';
import { canonicalPath, canonicalQuery, canonicalValue, signedNames } from './canonical.ts';
import type { CredentialSource } from './client-types.ts';
import type { Hash } from './hash.ts';
import { rememberLatest } from './latest.ts';
import { createSigningKeyCache } from './signing-key.ts';

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

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Signature Version 4 in the Authorization header, with the canonical headers and query of
 * @smithy/signature-v4. Its own signer neither shows what it signed nor takes a key that cannot be read.
 */
export function createSigner(hash: Hash, options: SignerOptions = {}): Signer {
  const { uriEscapePath = true, applyChecksum = true } = options;
  const signingKey = createSigningKeyCache(hash);
  return async ({ method, host, path, query, headers: given, body }, { source, region, service, date }) => {
    const longDate = amzDate(Math.floor(date.getTime() / 1000));
    // A body is hashed once: a caller that sends again passes x-amz-content-sha256 along.
    const payloadHash = given['x-amz-content-sha256'] ?? toHex(await hash(body ?? ''));
    const headers: Record<string, string> = { ...given, 'x-amz-date': longDate };
    if (source.sessionToken) headers['x-amz-security-token'] = source.sessionToken;
    if (applyChecksum) headers['x-amz-content-sha256'] = payloadHash;
    const all: Record<string, string> = { ...headers, host };
    const names = signedNames(all);
    const signedHeaders = names.split(';');
    let canonicalRequest = `${method}\n${uriEscapePath ? canonicalPath(path) : path}\n${canonicalQuery(query)}\n`;
    for (const name of signedHeaders) canonicalRequest += `${name}:${canonicalValue(all[name])}\n`;
    canonicalRequest += `\n${names}\n${payloadHash}`;
    const scope = `${longDate.slice(0, 8)}/${region}/${service}/aws4_request`;
    const requestHash = toHex(await hash(canonicalRequest));
    const stringToSign = `${algorithm}\n${longDate}\n${scope}\n${requestHash}`;
    const key = await signingKey(source, scope);
    const signature = toHex(await hash(stringToSign, key));
    headers['authorization'] =
      `${algorithm} Credential=${source.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return { headers, canonicalRequest, stringToSign, signedHeaders };
  };
}

/** `20200131T235959Z`, of the seconds since 1970. */
const amzDate = rememberLatest((seconds: number) =>
  new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, ''),
);
