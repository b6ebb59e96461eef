import { addressOf, type Address } from './address.ts';
import { toHex } from './bytes.ts';
import { findEndpoint, parseBaseUrl } from './endpoint.ts';
import { refusal, refused } from './failures.ts';
import type { Runtime } from './runtime.ts';
import type { OperationRequest } from './serialize.ts';
import type { InvokeError } from './types.ts';
import type { Problem } from './validate.ts';

/** A request and where it goes, or everything that is wrong with it. */
export type Planned =
  | { ok: true; request: OperationRequest; address: Address; bodyHash: Promise<string> | undefined }
  | { ok: false; error: InvokeError };

/**
 * Puts a request at its endpoint: the one given, else the client's custom one (local clouds take every service),
 * else that of the service in the region. A relay stands in for the client's own endpoint only: it knows no other.
 */
export function planRequest(
  runtime: Runtime,
  request: OperationRequest,
  { found, endpoint }: { found: readonly Problem[]; endpoint?: string | undefined },
): Planned {
  const { config } = runtime;
  const all = [...runtime.problems, ...found];
  if (all.length > 0) return { ok: false, error: refusal(all) };
  const bodyHash = beginHash(runtime, request.body);
  const own = request.service === 'lambda' ? runtime.endpoint : findEndpoint(config, request.service);
  if (!own.ok) return refused(own.field, own.message);
  const base = endpoint === undefined ? own : parseBaseUrl(endpoint);
  if (!base.ok) return refused('endpoint', base.message);
  const isOwn = endpoint === undefined && (request.service === 'lambda' || config.endpoint !== undefined);
  const relay = isOwn && config.transportUrl ? parseBaseUrl(config.transportUrl) : base;
  const transport = relay.ok ? relay.url : base.url;
  const address = addressOf(request, { endpoint: base.url, transport, signingRegion: own.signingRegion });
  return address
    ? { ok: true, request, address, bodyHash }
    : refused('path', 'The URL of this request does not keep its path.');
}

/** WebCrypto works beside us: what is begun here is done when the signature needs it. */
function beginHash({ config, hash }: Runtime, body: Uint8Array | undefined): Promise<string> | undefined {
  const bodyHash = config.credentials && body && hash(body).then(toHex);
  // A call that is cancelled before it is signed leaves a failure unseen, which is no fault.
  bodyHash?.catch(() => undefined);
  return bodyHash;
}
