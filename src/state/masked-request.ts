import type { PreparedRequest } from '../core/index.ts';

const mask = '\u2026';

/** Headers whose values say nothing secret; any other value is masked, so that a new header is safe by default. */
const plainHeaders = new Set([
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'content-length',
  'content-type',
  'host',
  'x-amz-client-context',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-durable-execution-name',
  'x-amz-invocation-type',
  'x-amz-log-type',
  'x-amz-tenant-id',
  'x-amz-user-agent',
  'x-amzn-trace-id',
]);

/**
 * A request as it may be shown and kept: no signature, no session token, and of the access key id its first four
 * characters, which tell a long-term key (AKIA) from a temporary one (ASIA).
 */
export function maskRequest(request: PreparedRequest): PreparedRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, maskHeader(name, value)]);
  return {
    ...request,
    headers: Object.fromEntries(headers),
    canonicalRequest: request.canonicalRequest.split('\n').map(maskCanonicalLine).join('\n'),
  };
}

function maskHeader(name: string, value: string): string {
  const lowerName = name.toLowerCase();
  if (lowerName === 'authorization') return maskAuthorization(value);
  return plainHeaders.has(lowerName) ? value : mask;
}

function maskAuthorization(value: string): string {
  const parts =
    /^(AWS4-HMAC-SHA256 Credential=)([^/,\s]*)(\/[^,\s]*, ?SignedHeaders=[a-z0-9;-]*)(, ?Signature=)\S*$/.exec(
      value,
    );
  if (!parts) return mask;
  const [, scheme = '', keyId = '', scope = '', signature = ''] = parts;
  return `${scheme}${keyId.slice(0, 4)}${mask}${scope}${signature}${mask}`;
}

/** Header lines are `name:value`; the other lines of a canonical request hold no colon before their first slash. */
function maskCanonicalLine(line: string): string {
  const header = /^([a-z0-9-]+):(.*)$/.exec(line);
  return header ? `${header[1]}:${maskHeader(header[1] ?? '', header[2] ?? '')}` : line;
}
