import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { CspOptions } from '../csp.ts';
import { listen } from '../listen.ts';
import type { ConnectionDocument } from './connection.ts';
import type { PageRoute } from './page-route.ts';
import { isPage, judge } from './request-rules.ts';
import type { Verdict } from './request-rules.ts';
import { pageSecurityHeaders, securityHeaders } from './security-headers.ts';

/** Where the page's files come from: the build, or Vite while developing. */
export interface PageContent {
  /** Nonce of inline parts, only while developing. */
  devNonce?: string;
  /** The HTML of the page, without a policy of its own. */
  document(): Promise<string>;
  /** Answers any other path; false when it has nothing there. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean;
  /** Takes over a connection for hot reload. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close?(): Promise<void>;
}

export interface PageServerOptions {
  port: number;
  content: PageContent;
  connection: ConnectionDocument;
  /** Reads the folder of `--presets`, when there is one. */
  presets?: () => Promise<unknown>;
  /** What the port does besides serving files; made when the port is known. */
  routes?: (port: number) => readonly PageRoute[];
  /** Time for a client to send its request, in milliseconds. */
  requestTimeoutMs?: number;
}

export interface PageServer {
  port: number;
  /** `http://127.0.0.1:<port>`, the only origin of the page. */
  origin: string;
  close(): Promise<void>;
}

/** Serves the page on 127.0.0.1 to itself and to nobody else. Rejects with EADDRINUSE when the port is taken. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const requestTimeout = options.requestTimeoutMs ?? 10_000;
  const http = createServer({
    headersTimeout: requestTimeout,
    requestTimeout,
    connectionsCheckingInterval: Math.min(1_000, requestTimeout),
  });
  http.on('connect', (_request, socket) => {
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
  });
  const port = await listen(http, options.port);
  const csp: CspOptions = {
    endpoints: options.connection.allowedEndpoints,
    ...(options.content.devNonce === undefined ? {} : { devNonce: options.content.devNonce }),
  };
  const routes = options.routes?.(port) ?? [];
  http.on('request', (request, response) => {
    const exchange = { request, response, verdict: judgeMessage(request, port, routes), options, csp };
    answer(exchange).catch((error: unknown) => sendFault(response, error));
  });
  const { content } = options;
  if (content.upgrade) {
    http.on('upgrade', (request, socket, head) => {
      if (judgeMessage(request, port).kind === 'answer') content.upgrade?.(request, socket, head);
      else socket.destroy();
    });
  }
  return { port, origin: `http://127.0.0.1:${port}`, close: () => closeServer(http) };
}

function judgeMessage(request: IncomingMessage, port: number, routes: readonly PageRoute[] = []): Verdict {
  const names = request.rawHeaders.filter((_text, index) => index % 2 === 0);
  return judge(
    {
      method: request.method ?? '',
      target: request.url ?? '',
      headers: request.headers,
      hostCount: names.filter((name) => name.toLowerCase() === 'host').length,
    },
    port,
    routes,
  );
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  verdict: Verdict;
  options: PageServerOptions;
  csp: CspOptions;
}

async function answer({ request, response, verdict, options, csp }: Exchange): Promise<void> {
  response.shouldKeepAlive = false;
  setHeaders(response, securityHeaders('path' in verdict ? verdict.path : '', csp));
  if (verdict.kind === 'refuse') {
    if (verdict.allow !== undefined) response.setHeader('Allow', verdict.allow);
    sendText(response, verdict.status, verdict.reason);
  } else if (verdict.kind === 'redirect') {
    response.setHeader('Location', verdict.location);
    sendText(response, 307, `The console is at ${verdict.location}`);
  } else if (verdict.kind === 'route') {
    await verdict.route.answer(request, response, verdict.path);
  } else if (isPage(verdict.path)) {
    const html = await options.content.document();
    setHeaders(response, {
      ...pageSecurityHeaders(csp),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(html);
  } else if (verdict.path === '/connection.json') {
    sendJson(response, options.connection);
  } else if (verdict.path === '/presets.json' && options.presets) {
    sendJson(response, await options.presets());
  } else if (!options.content.serve(request, response, verdict.path)) {
    sendText(response, 404, 'There is nothing at this address.');
  }
}

function sendJson(response: ServerResponse, value: unknown): void {
  setHeaders(response, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

function sendFault(response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  if (response.headersSent) response.destroy();
  else sendText(response, 500, `The page could not be read: ${reason}`);
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  setHeaders(response, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}

async function closeServer(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeAllConnections();
  await closed;
}
