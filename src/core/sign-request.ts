import type { Address } from './address.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import type { CredentialSource, PreparedRequest } from './client-types.ts';

export interface Signing {
  request: OperationRequest;
  address: Address;
  /** Undefined leaves the request unsigned. */
  source: CredentialSource | undefined;
  attempt: number;
  invocationId: string;
  /** Known from an earlier attempt: a body is hashed once. */
  bodyHash?: string | undefined;
}

/** Adds what an attempt tells about itself, and signs with the clock as it is now. */
export async function signRequest(runtime: Runtime, signing: Signing): Promise<PreparedRequest> {
  const { request, address, source } = signing;
  const { method, query, body, service } = request;
  const headers: Record<string, string> = { ...request.headers, ...attemptHeaders(runtime, signing) };
  const fixed = { method, url: address.url, ...(body === undefined ? {} : { body }) };
  if (!source) return { ...fixed, headers, canonicalRequest: '', stringToSign: '', signedHeaders: [] };
  if (signing.bodyHash !== undefined) headers['x-amz-content-sha256'] = signing.bodyHash;
  const signable = { method, host: address.host, path: address.path, query, headers, body };
  const context = { source, service, region: address.signingRegion, date: runtime.clock.now() };
  return { ...fixed, ...(await runtime.sign(signable, context)) };
}

/** The SDKs' own headers; endpoints with a narrow CORS list refuse them. */
function attemptHeaders(runtime: Runtime, { attempt, invocationId }: Signing): Record<string, string> {
  if (runtime.config.requestHeaders === 'minimal') return {};
  return {
    'amz-sdk-invocation-id': invocationId,
    'amz-sdk-request': `attempt=${attempt}; max=${runtime.maxAttempts}`,
    'x-amz-user-agent': runtime.userAgent,
  };
}
