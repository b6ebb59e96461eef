import { toBytes } from './bytes.ts';
import type { InvokeInput } from './types.ts';

/** One API operation before it has an address and a signature. Header names are in lower case. */
export interface OperationRequest {
  /** The API's name of the operation, for logs. */
  operation: string;
  /** Signing name, and first label of the AWS host. */
  service: string;
  method: string;
  /** Resource path, percent-encoded once, without the endpoint's base path. */
  path: string;
  query: readonly (readonly [string, string])[];
  headers: Record<string, string>;
  body?: Uint8Array;
}

/** The payload as it will be sent: text encoded once, bytes as they are, nothing for an empty one. */
export function encodePayload(payload: InvokeInput['payload']): Uint8Array | undefined {
  if (payload === undefined || payload.length === 0) return undefined;
  return toBytes(payload);
}

/** `POST /2015-03-31/functions/{FunctionName}/invocations` */
export function serializeInvoke(input: InvokeInput, body: Uint8Array | undefined): OperationRequest {
  const path = `/2015-03-31/functions/${escapeLabel(input.functionName)}/invocations`;
  return serialize('Invoke', path, { input, body });
}

/** `POST /2021-11-15/functions/{FunctionName}/response-streaming-invocations` */
export function serializeInvokeWithResponseStream(
  input: InvokeInput,
  body: Uint8Array | undefined,
): OperationRequest {
  const path = `/2021-11-15/functions/${escapeLabel(input.functionName)}/response-streaming-invocations`;
  return serialize('InvokeWithResponseStream', path, { input, body });
}

function serialize(
  operation: string,
  path: string,
  { input, body }: { input: InvokeInput; body: Uint8Array | undefined },
) {
  const request: OperationRequest = {
    operation,
    service: 'lambda',
    method: 'POST',
    path,
    query: input.qualifier === undefined ? [] : [['Qualifier', input.qualifier]],
    headers: { 'content-type': 'application/octet-stream', ...memberHeaders(input) },
  };
  return body === undefined ? request : { ...request, body };
}

/** A member that is undefined sends nothing; one that is given is sent as given, an empty string included. */
function memberHeaders(input: InvokeInput): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [member, name] of headerMembers) {
    const value = input[member];
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

/** The members of an invoke that travel as headers, and as which. */
export const headerMembers = [
  ['invocationType', 'x-amz-invocation-type'],
  ['logType', 'x-amz-log-type'],
  ['clientContext', 'x-amz-client-context'],
  ['tenantId', 'x-amz-tenant-id'],
  ['durableExecutionName', 'x-amz-durable-execution-name'],
  ['traceId', 'x-amzn-trace-id'],
] as const;

/** Every byte outside A-Z a-z 0-9 - . _ ~ becomes %XX, also : / $ which encodeURI would leave. */
export function escapeLabel(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function serializeQuery(pairs: OperationRequest['query']): string {
  return pairs.map(([key, value]) => `${escapeLabel(key)}=${escapeLabel(value)}`).join('&');
}
