import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type GateVerdict, passGate, type GateRules } from './browser-gate.ts';
import type { ApiRequest, ApiResponse } from './messages.ts';
import { type BodyResult, readBody } from './read-body.ts';
import { writeResponse } from './write-response.ts';

export interface HttpLimits {
  /** For the head of a request, and for the whole of it: who sends slower is not answered. */
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  maxBodyBytes: number;
  maxConnections: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  headersTimeoutMs: 5000,
  requestTimeoutMs: 10_000,
  maxBodyBytes: 6_291_456,
  maxConnections: 1000,
};

export interface HttpServerOptions extends Omit<GateRules, 'port'> {
  port: number;
  limits: HttpLimits;
  /** Answers a request that passed the gate; never rejects. */
  handle(request: ApiRequest): Promise<ApiResponse>;
  /** Answers a body over `maxBodyBytes`. */
  tooLarge(request: ApiRequest): ApiResponse;
}

export interface HttpServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 alone. Each answer closes its connection: a browser re-sends a POST by itself when a
 * connection that it uses again dies, and a preflight's connection would be used again.
 */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const { limits } = options;
  const server = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, limits.requestTimeoutMs / 4),
    keepAlive: false,
  });
  server.maxConnections = limits.maxConnections;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve(portOf(server)));
  });
  server.on('request', (request, response) => {
    // Only a bug comes here; whoever waits gets an end rather than silence.
    serve(request, response, { ...options, port }).catch(() => response.destroy());
  });
  server.on('clientError', answerClientError);
  server.on('connect', (_request, socket) => endSocket(socket, 405, 'Method Not Allowed'));
  return { port, close: () => close(server) };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
): Promise<void> {
  const verdict = judge(request, options);
  if (verdict.kind === 'answer') {
    request.resume();
    return writeResponse(response, verdict.response);
  }
  const body = await readBody(request, options.limits.maxBodyBytes);
  if (body.kind === 'aborted') return;
  const apiRequest = toApiRequest(request, body);
  const answer = body.kind === 'too-large' ? options.tooLarge(apiRequest) : await options.handle(apiRequest);
  const corsHeaders = answer.transport?.kind === 'no-cors' ? {} : verdict.corsHeaders;
  return writeResponse(response, { ...answer, headers: { ...answer.headers, ...corsHeaders } });
}

function judge(request: IncomingMessage, options: HttpServerOptions): GateVerdict {
  const method = request.method ?? '';
  const verdict = passGate(
    { method, hosts: request.headersDistinct['host'] ?? [], headers: joinHeaders(request) },
    options,
  );
  if (verdict.kind === 'answer') return verdict;
  if (!request.url?.startsWith('/')) return plain(400, 'The request target must be a path.');
  if (!METHODS.has(method)) return plain(405, 'Method not allowed.');
  return verdict;
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD']);

function plain(status: number, reason: string): GateVerdict {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { kind: 'answer', response: { status, headers, body: Buffer.from(`${reason}\n`, 'utf8') } };
}

function toApiRequest(request: IncomingMessage, body: BodyResult): ApiRequest {
  const [path = '', ...query] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path,
    query: query.join('?'),
    headers: joinHeaders(request),
    body: body.kind === 'complete' ? body.bytes : Buffer.alloc(0),
  };
}

function joinHeaders(request: IncomingMessage): Map<string, string> {
  const entries = Object.entries(request.headersDistinct).map(
    ([name, values]) => [name, (values ?? []).join(',')] as const,
  );
  return new Map(entries);
}

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') endSocket(socket, 408, 'Request Timeout');
  else if (error.code === 'HPE_HEADER_OVERFLOW') endSocket(socket, 431, 'Request Header Fields Too Large');
  else endSocket(socket, 400, 'Bad Request');
}

function endSocket(socket: Duplex, status: number, reason: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
