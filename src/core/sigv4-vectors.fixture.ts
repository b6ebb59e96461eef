import type { CredentialSource } from './client-types.ts';
import { bytesOf } from './sending.fixture.ts';
import type { SignableRequest, SignerOptions, SigningContext } from './sign.ts';

/** A case of the AWS signing suite, or of sigv4-lambda.json in the same form. */
export interface SigningVector {
  name: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  region: string;
  service: string;
  timestamp: string;
  flags: { normalizePath: boolean; signBody: boolean; omitSessionToken: boolean };
  request: {
    method: string;
    path: string;
    rawQuery: string | null;
    headers: [string, string][];
    body: string | null;
    bodyBase64?: string | null;
    bodyGenerator?: string;
  };
  expected: {
    header: { canonicalRequest: string; stringToSign: string; signature: string; authorization: string };
  };
}

/** How the signer is configured for a case, as the notes of the suite say. */
export function signerOptions({ flags }: SigningVector): SignerOptions {
  return { uriEscapePath: flags.normalizePath, applyChecksum: flags.signBody };
}

export function signingContext({
  credentials,
  flags,
  region,
  service,
  timestamp,
}: SigningVector): SigningContext {
  const { accessKeyId, secretAccessKey } = credentials;
  const source: CredentialSource = flags.omitSessionToken ? { accessKeyId, secretAccessKey } : credentials;
  return { source, region, service, date: new Date(timestamp) };
}

/** Repeated headers are trimmed and joined by commas, the query is decoded. */
export function signableRequest({ request, flags }: SigningVector): SignableRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value.trim() : `${headers[key]},${value.trim()}`;
  }
  const { host = '', ...rest } = headers;
  const path = flags.normalizePath ? request.path : request.path.split('/').map(encodeURIComponent).join('/');
  return {
    method: request.method,
    host,
    path,
    query: parseQuery(request.rawQuery),
    headers: rest,
    body: bodyOf(request),
  };
}

function parseQuery(rawQuery: string | null): [string, string][] {
  if (!rawQuery) return [];
  return rawQuery.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=', 2);
    return [decodeURIComponent(key), decodeURIComponent(value)];
  });
}

function bodyOf({ body, bodyBase64, bodyGenerator }: SigningVector['request']): Uint8Array | undefined {
  if (bodyGenerator) return new TextEncoder().encode(`{"p":"${'x'.repeat(1_048_576)}"}`);
  if (bodyBase64) return bytesOf(bodyBase64);
  return body ? new TextEncoder().encode(body) : undefined;
}
