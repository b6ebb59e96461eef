import type { ApiRequest } from '../http/messages.ts';
import { MAX_CLIENT_CONTEXT_CHARS, MAX_EVENT_REQUEST, MAX_SYNC_REQUEST } from '../limits.ts';
import { ApiError, validationError } from './api-error.ts';
import { checkJsonPayload } from './json-payload.ts';

export type InvocationType = 'RequestResponse' | 'Event' | 'DryRun';

/** The members of an Invoke request beside the function's name, checked. */
export interface InvokeRequest {
  invocationType: InvocationType;
  wantsTail: boolean;
  /** JSON text. */
  clientContext: string | undefined;
  tenantId: string | undefined;
  traceId: string;
  event: Buffer;
}

/**
 * Reads and checks what Invoke and InvokeWithResponseStream share.
 * @throws ApiError as the service's own checks
 */
export function parseInvokeRequest(request: ApiRequest): InvokeRequest {
  const invocationType = oneOf(
    INVOCATION_TYPES,
    request.headers.get('x-amz-invocation-type'),
    'invocationType',
  );
  const logType = oneOf(LOG_TYPES, request.headers.get('x-amz-log-type'), 'logType');
  if (request.headers.has('x-amz-durable-execution-name')) {
    throw new ApiError(
      'InvalidParameterValueException',
      'DurableExecutionName is only supported for durable functions, and this local endpoint has none.',
    );
  }
  checkSize(request.body, invocationType);
  checkJsonPayload(request.body);
  const clientContext = request.headers.get('x-amz-client-context');
  return {
    invocationType,
    wantsTail: logType === 'Tail' && invocationType === 'RequestResponse',
    // Lambda passes the client context to synchronous invocations only.
    clientContext:
      clientContext && invocationType !== 'Event' ? decodeClientContext(clientContext) : undefined,
    tenantId: parseTenantId(request.headers.get('x-amz-tenant-id')),
    traceId: request.headers.get('x-amzn-trace-id') ?? newTraceId(),
    event: request.body.length > 0 ? request.body : Buffer.from('{}'),
  };
}

const INVOCATION_TYPES = ['Event', 'RequestResponse', 'DryRun'] as const;
const LOG_TYPES = ['None', 'Tail'] as const;
const DEFAULTS = { invocationType: 'RequestResponse', logType: 'None' } as const;
const TENANT_ID = /^[a-zA-Z0-9._:/=+\-@ ]{1,256}$/;

function oneOf<T extends string>(
  values: readonly T[],
  value: string | undefined,
  member: keyof typeof DEFAULTS,
): T {
  const found = values.find((candidate) => candidate === (value || DEFAULTS[member]));
  if (found === undefined) {
    throw validationError(value ?? '', member, `satisfy enum value set: [${values.join(', ')}]`);
  }
  return found;
}

function checkSize(body: Buffer, invocationType: InvocationType): void {
  const limit = invocationType === 'Event' ? MAX_EVENT_REQUEST : MAX_SYNC_REQUEST;
  if (body.length > limit) throw requestTooLarge(limit);
}

export function requestTooLarge(limit: number): ApiError {
  const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
  return new ApiError('RequestTooLargeException', message);
}

function decodeClientContext(base64: string): string {
  if (base64.length > MAX_CLIENT_CONTEXT_CHARS) {
    const message = `Client context must be at most ${MAX_CLIENT_CONTEXT_CHARS} bytes of base64; it has ${base64.length}.`;
    throw new ApiError('InvalidRequestContentException', message);
  }
  const json = BASE64.test(base64) ? Buffer.from(base64, 'base64').toString('utf8') : '';
  if (!isJsonObject(json)) {
    throw new ApiError(
      'InvalidRequestContentException',
      'Client context must be a valid Base64-encoded JSON object.',
    );
  }
  return json;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function parseTenantId(tenantId: string | undefined): string | undefined {
  if (tenantId === undefined || TENANT_ID.test(tenantId)) return tenantId;
  throw validationError(
    tenantId,
    'tenantId',
    `satisfy regular expression pattern: [a-zA-Z0-9\\._:\\/=+\\-@ ]+`,
  );
}

/** X-Ray's form: the root is the time in hex and 96 random bits. Nothing is sampled here. */
function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  const random = crypto.randomUUID().replaceAll('-', '');
  return `Root=1-${seconds}-${random.slice(0, 24)};Parent=${random.slice(8, 24)};Sampled=0`;
}
