import type { Address } from './address.ts';
import type { CredentialSource, PreparedRequest } from './client-types.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import { defaultUserAgent } from './user-agent.ts';

export interface Signing {
  request: OperationRequest;
  address: Address;
  /** Undefined leaves the request unsigned. */
  source?: CredentialSource | undefined;
  attempt: number;
  invocationId: string;
  bodyHash?: Promise<string> | undefined;
}

/** Adds what an attempt tells about itself, and signs with the clock as it is now. */
export async function signRequest(runtime: Runtime, signing: Signing): Promise<PreparedRequest> {
  const { request, address, source, bodyHash } = signing;
  const { method, body, service } = request;
  const headers: Record<string, string> = { ...request.headers, ...attemptHeaders(runtime, signing) };
  const fixed = { method, url: address.url, ...(body && { body }) };
  if (!source) return { ...fixed, headers, canonicalRequest: '', stringToSign: '', signedHeaders: [] };
  if (bodyHash) headers['x-amz-content-sha256'] = await bodyHash;
  const context = { source, service, region: address.signingRegion, date: runtime.clock.now() };
  return { ...fixed, ...(await runtime.sign({ ...request, ...address, headers }, context)) };
}

/** The SDKs' own headers; endpoints with a narrow CORS list refuse them. */
function attemptHeaders({ config, maxAttempts }: Runtime, { attempt, invocationId }: Signing) {
  if (config.requestHeaders === 'minimal') return undefined;
  return {
    'amz-sdk-invocation-id': invocationId,
    'amz-sdk-request': `attempt=${attempt}; max=${maxAttempts}`,
    'x-amz-user-agent': config.userAgent ?? defaultUserAgent,
  };
}
