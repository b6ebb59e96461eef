import { toBytes, unshared } from './bytes.ts';
import { escapeLabel } from './escape.ts';
import { rememberLatest } from './latest.ts';
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
    path: `/${version}/functions/${escapeName(input.functionName)}/${resource}`,
    query: input.qualifier === undefined ? [] : [['Qualifier', input.qualifier]],
    headers: invokeHeaders(input),
    body,
  };
}

/** A member that is undefined sends nothing; one that is given is sent as given, an empty string included. */
function invokeHeaders(input: InvokeInput): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream' };
  for (const { member, header } of headerMembers) {
    const value = input[member];
    if (value !== undefined) headers[header] = value;
  }
  return headers;
}

/** The members of an invoke that travel as headers, and as which. */
export const headerMembers = [
  { member: 'invocationType', header: 'x-amz-invocation-type' },
  { member: 'logType', header: 'x-amz-log-type' },
  { member: 'clientContext', header: 'x-amz-client-context' },
  { member: 'tenantId', header: 'x-amz-tenant-id' },
  { member: 'durableExecutionName', header: 'x-amz-durable-execution-name' },
  { member: 'traceId', header: 'x-amzn-trace-id' },
] as const;

const escapeName = rememberLatest(escapeLabel);
