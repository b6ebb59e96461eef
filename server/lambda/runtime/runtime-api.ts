import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * The part of Lambda's Runtime API that RIC asks for over HTTP: a failed init, and streamed responses.
 * Invocations and buffered results go over pipes, so no other process of this machine can fetch an event.
 */
export interface RuntimeApiListener {
  onInitError(document: string): void;
  /** A streamed response begins; its bytes are the request's. Resolves when they have been taken. */
  onStream(requestId: string, request: IncomingMessage): Promise<void>;
}
export interface RuntimeApi {
  /** host:port, the value of AWS_LAMBDA_RUNTIME_API */
  address: string;
  /** Resolves when what a process sent before its end has been read, at the latest after so many milliseconds. */
  allRead(patienceMs: number): Promise<void>;
  close(): void;
}

export async function startRuntimeApi(listener: RuntimeApiListener): Promise<RuntimeApi> {
  // RIC keeps one connection for the life of the environment, hence no idle limit and no request limit.
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    answer(listener, portOf(server), { request, response }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return {
    address: `127.0.0.1:${portOf(server)}`,
    allRead: (patienceMs) => untilUnused(server, patienceMs),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A connection of a process that is gone may still wait to be accepted, and its bytes to be read. */
async function untilUnused(server: Server, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let quietTurns = 0; quietTurns < 3 && performance.now() < deadline;) {
    await nextTurn();
    quietTurns = (await connectionsOf(server)) === 0 ? quietTurns + 1 : 0;
  }
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

async function answer(
  listener: RuntimeApiListener,
  port: number,
  { request, response }: Exchange,
): Promise<void> {
  const [, requestId] = STREAM_PATH.exec(request.url ?? '') ?? [];
  if (!isRuntimeClient(request, port) || request.method !== 'POST') respond(response, 403);
  else if (request.url === INIT_ERROR_PATH) {
    listener.onInitError(await text(request));
    respond(response, 202);
  } else if (requestId) {
    await listener.onStream(requestId, request);
    respond(response, 202);
  } else respond(response, 404);
}

const INIT_ERROR_PATH = '/2018-06-01/runtime/init/error';
const STREAM_PATH = /^\/2018-06-01\/runtime\/invocation\/([0-9a-f-]{36})\/response$/;

/** A web page could post here too: it sends an Origin, and after DNS rebinding another Host. */
function isRuntimeClient(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` && request.headers.origin === undefined;
}

function respond(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end('{"status":"OK"}');
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
