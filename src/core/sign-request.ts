import type { Address } from './address.ts';
import type { CredentialSource, PreparedRequest } from './client-types.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import { defaultUserAgent } from './user-agent.ts';

/** What is signed for each attempt of a call. */
export interface Signing {
  request: OperationRequest;
  address: Address;
  bodyHash?: Promise<string> | undefined;
  unsigned?: boolean | undefined;
  invocationId: string;
  /** What the latest attempt was signed with; undefined leaves a request unsigned. */
  source?: CredentialSource | undefined;
  /** What must show nowhere, known as soon as it is used: credentials, and signatures, good for fifteen minutes. */
  secrets: (string | CredentialSource)[];
}

/** Adds what an attempt tells about itself, and signs with the credentials and the clock as they are now. */
export async function signRequest(
  runtime: Runtime,
  signing: Signing,
  attempt: number,
): Promise<PreparedRequest> {
  const { config, maxAttempts, credentials, clock } = runtime;
  const { request, address, secrets } = signing;
  const { method, query, body } = request;
  const { url, host, path, signingRegion } = address;
  const source = signing.unsigned ? undefined : await credentials.current();
  signing.source = source;
  const headers = { ...request.headers };
  // The SDKs' own headers; endpoints with a narrow CORS list refuse them.
  if (config.requestHeaders !== 'minimal') {
    headers['amz-sdk-invocation-id'] = signing.invocationId;
    headers['amz-sdk-request'] = `attempt=${attempt}; max=${maxAttempts}`;
    headers['x-amz-user-agent'] = config.userAgent ?? defaultUserAgent;
  }
  const fixed = body ? { method, url, body } : { method, url };
  if (!source) return { ...fixed, headers, canonicalRequest: '', stringToSign: '', signedHeaders: [] };
  secrets.push(source);
  if (signing.bodyHash) headers['x-amz-content-sha256'] = await signing.bodyHash;
  const context = { source, service: request.service, region: signingRegion, date: clock.now() };
  const signed = await runtime.sign({ method, host, path, query, headers }, context);
  secrets.push(signed.headers['authorization']?.slice(-64) ?? '');
  return Object.assign(signed, fixed);
}
