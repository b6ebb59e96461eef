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
  const search = serializeQuery(query);
  const resource = search && `?${search}`;
  const signed = parseUnchanged(endpoint + path + resource);
  const sent = transport === endpoint ? signed : parseUnchanged(transport + path + resource);
  if (!signed || !sent || !path.startsWith('/')) return undefined;
  return {
    url: signed.href,
    host: signed.host,
    path: signed.pathname,
    transportUrl: sent.href,
    transportOrigin: sent.origin,
    signingRegion,
  };
}

function parseUnchanged(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.href === text ? url : undefined;
  } catch {
    return undefined;
  }
}
