import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a request after all of it has arrived. */
export const faults = ['reset', 'close', 'time-out', '500', 'cut body', 'hidden by CORS'] as const;
export type Fault = (typeof faults)[number];

/** One POST that arrived: a request that the browser sends again by itself has the same id and attempt. */
export interface Arrival {
  functionName: string;
  invocationId: string;
  attempt: string;
}

export interface FaultServer {
  url: string;
  arrivals: Arrival[];
  close(): Promise<void>;
}

/**
 * An endpoint that answers preflights as Lambda does, counts the invokes that arrive whole, and then fails in the
 * way that the function's name begins with. Its connections are kept alive, as AWS keeps them.
 */
export async function startFaultServer(): Promise<FaultServer> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return answerPreflight(request, response);
    request.resume().on('end', () => {
      const arrival = readArrival(request);
      arrivals.push(arrival);
      const fault = faults.find((candidate) => arrival.functionName.startsWith(slug(candidate)));
      if (fault) fail[fault](request, response);
      else answer(response, 200, '{}');
    });
  });
  const url = await listen(server);
  return { url, arrivals, close: () => stop(server) };
}

/** A function name that asks for a fault. */
export function slug(fault: Fault): string {
  return fault.replaceAll(/\W/g, '-');
}

const fail: Record<Fault, (request: IncomingMessage, response: ServerResponse) => void> = {
  reset: (request) => request.socket.resetAndDestroy(),
  close: (request) => request.socket.end(),
  'time-out': () => undefined,
  '500': (_request, response) => {
    response.setHeader('x-amzn-errortype', 'ServiceException');
    answer(response, 500, '{"Type":"Service","Message":"An internal error occurred."}');
  },
  'cut body': (request, response) => {
    response.writeHead(200, { ...corsHeaders, 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"cut": "he', () => request.socket.destroy());
  },
  'hidden by CORS': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
};

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,x-amz-log-result,x-amz-function-error',
};

function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    ...corsHeaders,
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-allow-methods': request.headers['access-control-request-method'] ?? '',
    'access-control-max-age': '172800',
  });
  response.end();
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...corsHeaders, 'content-type': 'application/json', 'x-amzn-requestid': 'r' });
  response.end(body);
}

function readArrival({ url = '', headers }: IncomingMessage): Arrival {
  const functionName = /\/functions\/([^/]+)\//.exec(url)?.[1] ?? '';
  const [invocationId, attempt] = [headers['amz-sdk-invocation-id'], headers['amz-sdk-request']].map(String);
  return { functionName, invocationId: invocationId ?? '', attempt: attempt ?? '' };
}

/** Listens on a free loopback port and gives its origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

export async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
