import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connectionDocument } from '../page/connection.ts';
import { startPageServer } from '../page/page-server.ts';
import { listen } from '../listen.ts';
import { type RelayOptions, relayRoute } from './relay-route.ts';

export interface Arrival {
  method: string;
  url: string;
  /** Names and values as they came, in order. */
  rawHeaders: string[];
  body: string;
}

export type TargetHandler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface RelayFixture {
  /** Port of the page, whose relay is under test. */
  port: number;
  /** A server on this machine that knows nothing of CORS, and counts what arrives. */
  target: { origin: string; arrivals: Arrival[]; handle: (handler: TargetHandler) => void };
  close(): Promise<void>;
}

/** A page's port with the relay, and a target that it may call. */
export async function startRelayFixture(options: Partial<RelayOptions> = {}): Promise<RelayFixture> {
  const arrivals: Arrival[] = [];
  let handler: TargetHandler = (_request, response) => response.end('{}');
  const target = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts).toString('latin1');
      const { method = '', url = '', rawHeaders } = incoming;
      arrivals.push({ method, url, rawHeaders, body });
      handler(incoming, response, body);
    });
  });
  const targetPort = await listen(target, 0);
  const page = await startPageServer({
    port: 0,
    content: { document: () => Promise.resolve('<title>page</title>'), serve: () => false },
    connection: connectionDocument(
      { url: 'http://127.0.0.1:1', region: 'us-east-1', accountId: '0', credentials: noKeys },
      { functionsDir: 'f', endpoints: options.endpoints ?? [] },
    ),
    routes: (ownPort) => [relayRoute({ endpoints: [], ownPort, ...options })],
  });
  return {
    port: page.port,
    target: {
      origin: `http://127.0.0.1:${targetPort}`,
      arrivals,
      handle: (next) => {
        handler = next;
      },
    },
    async close() {
      target.closeAllConnections();
      target.close();
      await page.close();
    },
  };
}

const noKeys = { accessKeyId: '', secretAccessKey: '' };

export interface Relayed {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  /** The body ended before its end. */
  isCut: boolean;
}

export interface RelayCall {
  endpoint: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
  onData?: () => void;
}

/** A request as the page's own fetch makes it. Rejects when no answer comes. */
export function relayed(port: number, call: RelayCall): Promise<Relayed> {
  const { endpoint, path = '/2015-03-31/functions/f/invocations', method = 'POST', body = '' } = call;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      method,
      path: `/relay/${encodeURIComponent(endpoint)}${path}`,
      agent: false,
      ...(call.signal ? { signal: call.signal } : {}),
      headers: {
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'cors',
        'sec-fetch-dest': 'empty',
        'content-length': String(Buffer.byteLength(body)),
        ...call.headers,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      const parts: Buffer[] = [];
      const done = (isCut: boolean): void =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString('latin1'),
          isCut,
        });
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        call.onData?.();
      });
      answer.on('end', () => done(false));
      answer.on('error', () => done(true));
    });
    outgoing.end(body);
  });
}
