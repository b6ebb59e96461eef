import type { ServerResponse } from 'node:http';
import type { ApiResponse, TransportFault } from './messages.ts';

/** Writes an answer and closes its connection. A client that has gone away is no error. */
export async function writeResponse(response: ServerResponse, answer: ApiResponse): Promise<void> {
  const { status, headers, body, transport } = answer;
  response.on('error', () => {});
  if (transport && transport.kind !== 'no-cors') return playTransportFault(response, answer, transport);
  response.shouldKeepAlive = false;
  const always = { connection: 'close', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  if (body === undefined || body instanceof Uint8Array) {
    const length = status === 204 ? {} : { 'content-length': String(body?.length ?? 0) };
    response.writeHead(status, { ...headers, ...always, ...length }).end(body);
    return;
  }
  response.writeHead(status, { ...headers, ...always });
  response.flushHeaders();
  for await (const chunk of body) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/** Resolves when more may be written, or when nobody reads any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

function playTransportFault(
  response: ServerResponse,
  { status, headers, body }: ApiResponse,
  transport: TransportFault,
): void {
  const { socket } = response;
  if (transport.kind === 'reset') socket?.resetAndDestroy();
  else if (transport.kind === 'close') socket?.destroy();
  else if (transport.kind === 'cut') {
    const bytes = body instanceof Uint8Array ? body : Buffer.alloc(0);
    response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, transport.afterBytes), () => socket?.destroy());
  }
}
