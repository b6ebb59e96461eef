import { toBytes, unshared } from './bytes.ts';
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
  body: Uint8Array<ArrayBuffer> | undefined;
}

/** The payload as it will be sent: text encoded once, bytes as they are, nothing for an empty one. */
export function encodePayload(payload: InvokeInput['payload']): OperationRequest['body'] {
  return payload?.length ? unshared(toBytes(payload)) : undefined;
}

/** The operations that run a function: `POST /{version}/functions/{FunctionName}/{resource}`. */
const operations = {
  Invoke: ['2015-03-31', 'invocations'],
  InvokeWithResponseStream: ['2021-11-15', 'response-streaming-invocations'],
} as const;

export function serializeInvoke(
  operation: keyof typeof operations,
  input: InvokeInput,
  body: OperationRequest['body'],
): OperationRequest {
  const [version, resource] = operations[operation];
  return {
    operation,
    service: 'lambda',
    method: 'POST',
    path: `/${version}/functions/${escapeLabel(input.functionName)}/${resource}`,
    query: input.qualifier === undefined ? [] : [['Qualifier', input.qualifier]],
    headers: { 'content-type': 'application/octet-stream', ...memberHeaders(input) },
    body,
  };
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
