import { serializeQuery } from './escape.ts';
import { rememberLatest } from './latest.ts';
import type { OperationRequest } from './serialize.ts';

/** Where a request goes and what it is signed for; the two differ only behind a relay. */
export interface Address {
  /** The URL that is signed. */
  url: string;
  host: string;
  /** Path that is signed, base path included. */
  path: string;
  /** The URL given to fetch. */
  transportUrl: string;
  /** Requests to one origin share its few connections. */
  transportOrigin: string;
  signingRegion: string;
}

/** Base URLs without a trailing slash. */
export interface Target {
  endpoint: string;
  /** What the request is sent to: the endpoint itself, or a relay. */
  transport: string;
  signingRegion: string;
}

/**
 * Puts an operation at an endpoint. Undefined when the URL parser would change the result, for then another path
 * would be called than the one that is signed.
 */
export function addressOf({ path, query }: OperationRequest, target: Target): Address | undefined {
  const { endpoint, transport, signingRegion } = target;
  if (!path.startsWith('/')) return undefined;
  const resource = query.length > 0 ? `${path}?${serializeQuery(query)}` : path;
  const url = endpoint + resource;
  const transportUrl = transport + resource;
  const signed = parseSigned(url);
  const sent = url === transportUrl ? signed : parseSent(transportUrl);
  if (!signed || !sent) return undefined;
  return {
    url,
    host: signed.host,
    path: signed.path,
    transportUrl,
    transportOrigin: sent.origin,
    signingRegion,
  };
}

const parseSigned = rememberLatest(parseUnchanged);
const parseSent = rememberLatest(parseUnchanged);

/** The parts are read once: a URL makes them anew each time it is asked. */
function parseUnchanged(text: string): { host: string; path: string; origin: string } | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.href === text ? { host: url.host, path: url.pathname, origin: url.origin } : undefined;
}
