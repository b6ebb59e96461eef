import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RecordedStream } from '../lambda/api/recorded-stream.ts';
import type { ApiResponse } from '../lambda/http/messages.ts';
import { relayFault } from './relay-fault.ts';
import { forwardedHeaders, returnedHeaders } from './relay-headers.ts';
import type { RelayTarget } from './relay-target.ts';

export interface Forwarding {
  request: IncomingMessage;
  target: RelayTarget;
  lookup: LookupFunction;
  /** Ends the request to the target. */
  signal: AbortSignal;
  limits: RelayLimits;
}

export interface RelayLimits {
  connectTimeoutMs: number;
  maxResponseBytes: number;
}

/**
 * Sends the page's request on as it was signed, and gives the answer as soon as its head is there. No redirect is
 * followed and nothing is sent again. Never rejects: what goes wrong is an answer of the relay's own.
 */
export function forward({ request, target, lookup, signal, limits }: Forwarding): Promise<ApiResponse> {
  return new Promise((resolve) => {
    const options: RequestOptions = {
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: target.path,
      headers: forwardedHeaders(request.headers, target.host),
      setHost: false,
      agent: false,
      lookup,
      signal,
    };
    const upstream = target.protocol === 'https:' ? httpsRequest(options) : httpRequest(options);
    let isConnected = false;
    const timer = setTimeout(
      () => upstream.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      limits.connectTimeoutMs,
    );
    upstream.on('socket', (socket) => {
      socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        isConnected = true;
        clearTimeout(timer);
      });
    });
    upstream.on('error', (error) => {
      clearTimeout(timer);
      resolve(relayFault(error, target, isConnected));
    });
    upstream.on('response', (answer) => resolve(toResponse(answer, limits)));
    request.on('close', () => {
      // Half a request is no invoke: without its whole body the target runs nothing.
      if (!request.complete) upstream.destroy();
    });
    request.pipe(upstream);
  });
}

function toResponse(answer: IncomingMessage, { maxResponseBytes }: RelayLimits): ApiResponse {
  const body = new RecordedStream();
  void record(answer, body, maxResponseBytes);
  return { status: answer.statusCode ?? 502, headers: returnedHeaders(answer.headers), body };
}

async function record(answer: IncomingMessage, body: RecordedStream, maxBytes: number): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      const part: unknown = chunk;
      if (!(part instanceof Uint8Array)) continue;
      bytes += part.length;
      if (bytes > maxBytes) throw new Error('The answer is larger than any of Lambda.');
      await body.push(part);
    }
    body.end();
  } catch (error) {
    body.fail(error);
  }
}
