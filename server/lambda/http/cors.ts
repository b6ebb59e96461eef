/**
 * How the endpoint answers a web page of another origin. In every mode only allowed origins get CORS headers
 * at all; the modes differ in what these pages may send and read.
 *
 * - `aws`: as the real service's front end, which exposes neither the executed version nor Retry-After
 * - `open`: everything may be sent and read (as MiniStack)
 * - `localstack`: LocalStack's fixed lists
 * - `none`: no CORS headers, preflights are refused (as SAM local, the Runtime Interface Emulator)
 */
export type CorsMode = 'aws' | 'open' | 'none' | 'localstack';

export interface Preflight {
  origin: string;
  method: string;
  /** Access-Control-Request-Headers as it came. */
  headers: string;
}

/** The headers that answer a preflight, or undefined when it is refused. */
export function preflightHeaders(mode: CorsMode, preflight: Preflight): Record<string, string> | undefined {
  switch (mode) {
    case 'none':
      return undefined;
    case 'localstack':
      return {
        ...responseHeaders(mode, preflight.origin),
        'access-control-allow-methods': 'HEAD,GET,PUT,POST,DELETE,OPTIONS,PATCH',
        'access-control-allow-headers': LOCALSTACK_ALLOWED,
      };
    default:
      return {
        ...responseHeaders(mode, preflight.origin),
        'access-control-allow-methods': preflight.method,
        'access-control-allow-headers': preflight.headers,
        'access-control-max-age': '172800',
      };
  }
}

/** The headers that each answer to an allowed origin carries. */
export function responseHeaders(mode: CorsMode, origin: string): Record<string, string> {
  switch (mode) {
    case 'none':
      return {};
    case 'open':
      return { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
    case 'localstack':
      return {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': LOCALSTACK_EXPOSED,
        vary: 'Origin',
      };
    case 'aws':
      return { 'access-control-allow-origin': '*', 'access-control-expose-headers': AWS_EXPOSED };
  }
}

const AWS_EXPOSED =
  'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,x-amz-log-result,x-amz-function-error';
const LOCALSTACK_EXPOSED =
  'etag,x-amz-version-id,x-amz-log-result,x-amz-executed-version,x-amz-function-error';
const LOCALSTACK_ALLOWED = [
  'authorization',
  'cache-control',
  'content-length',
  'content-md5',
  'content-type',
  'etag',
  'location',
  'x-amz-acl',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-request-id',
  'x-amz-security-token',
  'x-amz-tagging',
  'x-amz-target',
  'x-amz-user-agent',
  'x-amz-version-id',
  'x-amz-log-type',
  'x-amzn-requestid',
  'x-localstack-target',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
].join(',');
