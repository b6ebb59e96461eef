import { isIP } from 'node:net';
import { type AddressScope, scopeOfAddress } from './address-scope.ts';

/** Where one request goes. */
export interface RelayTarget {
  protocol: 'http:' | 'https:';
  /** As the request was signed for: host, with the port where it is not the scheme's own. */
  host: string;
  /** Without brackets. */
  hostname: string;
  port: string;
  origin: string;
  /** Path and query as they are signed. */
  path: string;
  /** `loopback`: every address must be of this machine. `named`: the user named it with `--endpoint`. */
  kind: 'loopback' | 'named';
}

export type ParsedTarget =
  | { ok: true; target: RelayTarget }
  | { ok: false; status: 400 | 403; message: string };

export interface TargetRules {
  /** Origins named with `--endpoint`. */
  endpoints: readonly string[];
  /** Port of the page's server: a request that is relayed to itself would go round and round. */
  ownPort: number;
}

/** The relay's address on the page's port; below it the endpoint as one segment, below that the API's path. */
export const relayPrefix = '/relay';

/** Reads `/relay/<encoded endpoint>/<path of the API>`, and refuses whatever is not a Lambda endpoint allowed here. */
export function parseRelayTarget(url: string, rules: TargetRules): ParsedTarget {
  const [, endpoint = '', path = ''] = /^\/relay\/([^/?#]+)(\/.*)$/s.exec(url) ?? [];
  const base = parseEndpoint(endpoint);
  if (!base) return refuse(400, 'The endpoint is not an http(s) address in its usual spelling.');
  if (!apiPath.test(path) || dotSegment.test(path))
    return refuse(403, 'Only requests to the Lambda API are relayed.');
  const target = toTarget(base, path, kindOf(base, rules.endpoints));
  if (!target) return refuse(403, notAllowed(base));
  if (target.kind === 'loopback' && Number(target.port) === rules.ownPort) {
    return refuse(403, 'The console’s own page is no Lambda endpoint.');
  }
  return { ok: true, target };
}

/** Undefined when it is no target of the relay. An address that needs no look-up is judged here, a name later. */
function toTarget(base: URL, path: string, kind: RelayTarget['kind'] | undefined): RelayTarget | undefined {
  const hostname = base.hostname.replaceAll(/^\[|\]$/g, '');
  if (!kind || (isIP(hostname) !== 0 && !mayConnect(scopeOfAddress(hostname), kind))) return undefined;
  const { host, origin } = base;
  const protocol = base.protocol === 'https:' ? 'https:' : 'http:';
  const port = base.port || (protocol === 'https:' ? '443' : '80');
  const basePath = base.pathname.replace(/\/+$/, '');
  return { protocol, host, hostname, port, origin, path: basePath + path, kind };
}

/** Whether a target of this kind may have this address. */
export function mayConnect(scope: AddressScope, kind: RelayTarget['kind']): boolean {
  return kind === 'loopback' ? scope === 'loopback' : scope !== 'forbidden';
}

/** A versioned path of the API, or the one path of STS and its like. */
const apiPath = /^\/(?:\d{4}-\d\d-\d\d\/[^#]*)?$/;
const dotSegment = /\/(?:\.|%2e){1,2}(?:[/?]|$)/i;

/** Only the spelling that a URL parser writes: octal, decimal and shortened addresses are nobody's habit. */
function parseEndpoint(encoded: string): URL | undefined {
  const text = decode(encoded);
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.origin + url.pathname.replace(/\/+$/, '') === text ? url : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function kindOf({ origin, hostname }: URL, endpoints: readonly string[]): RelayTarget['kind'] | undefined {
  if (endpoints.includes(origin)) return 'named';
  const isLoopback =
    /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
  return isLoopback ? 'loopback' : undefined;
}

function notAllowed({ origin }: URL): string {
  return `The relay serves this machine and what the console was started with. Restart it with: npm start -- --endpoint ${origin}`;
}

function refuse(status: 400 | 403, message: string): ParsedTarget {
  return { ok: false, status, message };
}
