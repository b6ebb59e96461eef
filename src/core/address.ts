import { rememberLatest } from './latest.ts';
import { serializeQuery, type OperationRequest } from './serialize.ts';

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
  const search = serializeQuery(query);
  const resource = search ? `${path}?${search}` : path;
  const url = endpoint + resource;
  const transportUrl = transport + resource;
  const signed = parseSigned(url);
  const sent = url === transportUrl ? signed : parseSent(transportUrl);
  if (!signed || !sent) return undefined;
  const { host, pathname } = signed;
  return { url, host, path: pathname, transportUrl, transportOrigin: sent.origin, signingRegion };
}

const parseSigned = rememberLatest(parseUnchanged);
const parseSent = rememberLatest(parseUnchanged);

function parseUnchanged(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.href === text ? url : undefined;
}
