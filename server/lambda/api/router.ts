import type { ApiRequest, ApiResponse } from '../http/messages.ts';
import { ApiError, errorResponse } from './api-error.ts';

export type Operation = (call: OperationCall) => ApiResponse | Promise<ApiResponse>;
export interface OperationCall {
  request: ApiRequest;
  /** FunctionName of the path, decoded; '' where the path has none. */
  functionName: string;
  /** Name of the path (an alias), decoded. */
  name: string;
  query: URLSearchParams;
}

export interface Route {
  operation: string;
  method: string;
  /** Of the raw path; groups `function` and `name` are its labels, still encoded. */
  path: RegExp;
}

const FUNCTION = '/2015-03-31/functions/(?<function>[^/]+)';
const path = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** The API's paths have no order of precedence: at most one of them fits. */
export const ROUTES = [
  { operation: 'Invoke', method: 'POST', path: path(`${FUNCTION}/invocations`) },
  {
    operation: 'InvokeWithResponseStream',
    method: 'POST',
    path: path('/2021-11-15/functions/(?<function>[^/]+)/response-streaming-invocations'),
  },
  { operation: 'ListFunctions', method: 'GET', path: path('/2015-03-31/functions/?') },
  { operation: 'GetFunction', method: 'GET', path: path(FUNCTION) },
  { operation: 'GetFunctionConfiguration', method: 'GET', path: path(`${FUNCTION}/configuration`) },
  { operation: 'ListVersionsByFunction', method: 'GET', path: path(`${FUNCTION}/versions`) },
  { operation: 'PublishVersion', method: 'POST', path: path(`${FUNCTION}/versions`) },
  { operation: 'ListAliases', method: 'GET', path: path(`${FUNCTION}/aliases`) },
  { operation: 'CreateAlias', method: 'POST', path: path(`${FUNCTION}/aliases`) },
  { operation: 'GetAlias', method: 'GET', path: path(`${FUNCTION}/aliases/(?<name>[^/]+)`) },
  { operation: 'UpdateAlias', method: 'PUT', path: path(`${FUNCTION}/aliases/(?<name>[^/]+)`) },
  { operation: 'GetAccountSettings', method: 'GET', path: path('/2016-08-19/account-settings/?') },
] as const satisfies readonly Route[];

export type OperationName = (typeof ROUTES)[number]['operation'];

export interface RouterOptions {
  operations: Readonly<Record<OperationName, Operation>>;
  /** Stands between a request that is trusted and its operation. */
  around(call: OperationCall, run: () => Promise<ApiResponse>): Promise<ApiResponse>;
  /** Throws an ApiError when the request is not to be trusted. */
  authenticate(request: ApiRequest): void;
  log: (line: string) => void;
}

/** Finds the operation of a request and runs it; errors become answers. Never rejects. */
export function createRouter(options: RouterOptions): (request: ApiRequest) => Promise<ApiResponse> {
  return async (request) => {
    try {
      return withRequestId(await dispatch(request, options));
    } catch (error) {
      return withRequestId(errorResponse(toApiError(error, options)));
    }
  };
}

function dispatch(request: ApiRequest, options: RouterOptions): Promise<ApiResponse> {
  for (const route of ROUTES) {
    const labels = route.method === request.method ? route.path.exec(request.path)?.groups : undefined;
    if (!labels && !(route.method === request.method && route.path.test(request.path))) continue;
    options.authenticate(request);
    const call = {
      request,
      functionName: decodeLabel(labels?.['function']),
      name: decodeLabel(labels?.['name']),
      query: new URLSearchParams(request.query),
    };
    return options.around(call, async () => options.operations[route.operation](call));
  }
  throw new ApiError(
    'UnknownOperationException',
    `${request.method} ${request.path} is no operation of this endpoint.`,
  );
}

function decodeLabel(label = ''): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw new ApiError('ValidationException', 'The path has a percent sign that begins no escape.');
  }
}

function toApiError(error: unknown, { log }: RouterOptions): ApiError {
  if (error instanceof ApiError) return error;
  log(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return new ApiError('ServiceException', 'The local endpoint failed; its terminal has the details.');
}

function withRequestId(response: ApiResponse): ApiResponse {
  return { ...response, headers: { 'x-amzn-requestid': crypto.randomUUID(), ...response.headers } };
}
