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

export interface Target {
  /** Base URL without a trailing slash. */
  endpoint: string;
  /** Base URL that stands in for the endpoint's when the request is sent. */
  transport?: string | undefined;
  signingRegion: string;
}

/**
 * Puts an operation at an endpoint. Undefined when the URL parser would change the result, for then another path
 * would be called than the one that is signed.
 */
export function addressOf(request: OperationRequest, target: Target): Address | undefined {
  const query = serializeQuery(request.query);
  const resource = query === '' ? request.path : `${request.path}?${query}`;
  const url = target.endpoint + resource;
  const transportUrl = (target.transport ?? target.endpoint) + resource;
  if (!URL.canParse(url) || !URL.canParse(transportUrl)) return undefined;
  const signed = new URL(url);
  const transport = new URL(transportUrl);
  if (signed.href !== url || transport.href !== transportUrl) return undefined;
  const { host, pathname: path } = signed;
  return {
    url,
    host,
    path,
    transportUrl,
    transportOrigin: transport.origin,
    signingRegion: target.signingRegion,
  };
}
