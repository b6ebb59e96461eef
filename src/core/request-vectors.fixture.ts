import vectors from '../../tests/vectors/invoke-requests.json';
import type { ServiceCall } from './client-types.ts';
import { bytesOf } from './sending.fixture.ts';
import type { InvokeInput } from './types.ts';

type VectorPayload =
  | { utf8: string }
  | { base64: string }
  | { fill: { head: string; char: string; count: number; tail: string } };

interface WireRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  bodySha256: string;
  bodyLength: number;
}

/** One case of invoke-requests.json: an input, a configuration and a clock, and the request they make. */
export interface RequestVector {
  name: string;
  operation: string;
  input: Record<string, unknown>;
  config: {
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
    endpoint?: string;
    useFipsEndpoint?: boolean;
    useDualstackEndpoint?: boolean;
    maxAttempts: number;
    invocationId: string;
    userAgent?: string;
    extraHeaders?: Record<string, string>;
  };
  date: string;
  expected: WireRequest & { error?: { message: string } };
  expectedMinimalHeaders?: Record<string, string>;
  script?: { status: number; headers: Record<string, string>; body: string }[];
  attempts?: WireRequest[];
}

export const requestVectors = vectors as unknown as RequestVector[];

/** The input of a vector in the core's words. */
export function toInvokeInput({ input, config }: RequestVector): InvokeInput {
  const given = {
    functionName: input['FunctionName'],
    qualifier: input['Qualifier'],
    invocationType: input['InvocationType'],
    logType: input['LogType'],
    clientContext: input['ClientContext'],
    tenantId: input['TenantId'],
    durableExecutionName: input['DurableExecutionName'],
    payload: toPayload(input['Payload'] as VectorPayload | undefined),
    traceId: config.extraHeaders?.['x-amzn-trace-id'],
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as InvokeInput;
}

function toPayload(payload: VectorPayload | undefined): string | Uint8Array | undefined {
  if (payload === undefined) return undefined;
  if ('utf8' in payload) return payload.utf8;
  if ('base64' in payload) return bytesOf(payload.base64);
  const { head, char, count, tail } = payload.fill;
  return head + char.repeat(count) + tail;
}

const paths: Record<string, (input: Record<string, unknown>) => string> = {
  ListFunctions: () => '/2015-03-31/functions',
  ListAliases: (input) => `/2015-03-31/functions/${label(input['FunctionName'])}/aliases`,
  GetFunction: (input) => `/2015-03-31/functions/${label(input['FunctionName'])}`,
  GetFunctionConfiguration: (input) => `/2015-03-31/functions/${label(input['FunctionName'])}/configuration`,
  GetAccountSettings: () => '/2016-08-19/account-settings',
  GetDurableExecution: (input) => `/2025-12-01/durable-executions/${label(input['DurableExecutionArn'])}`,
  GetDurableExecutionHistory: (input) =>
    `/2025-12-01/durable-executions/${label(input['DurableExecutionArn'])}/history`,
  StopDurableExecution: (input) =>
    `/2025-12-01/durable-executions/${label(input['DurableExecutionArn'])}/stop`,
};

/** Any other operation of a vector as a generic call: what is no part of the path is the query, or the body. */
export function toServiceCall({ operation, input }: RequestVector): ServiceCall {
  const path = paths[operation]?.(input);
  if (path === undefined) throw new Error(`No path is known for ${operation}.`);
  if (operation === 'StopDurableExecution') {
    const headers = { 'content-type': 'application/json' };
    const { ErrorMessage, ErrorType } = input['Error'] as { ErrorMessage: string; ErrorType: string };
    return { operation, method: 'POST', path, headers, body: JSON.stringify({ ErrorMessage, ErrorType }) };
  }
  const inPath = ['FunctionName', 'DurableExecutionArn'];
  const query = Object.entries(input)
    .filter(([key]) => !inPath.includes(key))
    .map(([key, value]) => [key, String(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { operation, method: 'GET', path, query };
}

function label(value: unknown): string {
  return encodeURIComponent(String(value));
}
