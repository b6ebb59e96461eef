import type { ApiResponse } from './messages.ts';
import { type CorsMode, preflightHeaders, responseHeaders } from './cors.ts';

export interface GateRules {
  port: number;
  corsMode: CorsMode;
  allowedOrigins: () => readonly string[];
}

export interface GateRequest {
  method: string;
  /** Every Host header that came: two are one too many. */
  hosts: readonly string[];
  /** Lower-case names. */
  headers: ReadonlyMap<string, string>;
}

export type GateVerdict =
  | { kind: 'pass'; corsHeaders: Record<string, string> }
  | { kind: 'answer'; response: ApiResponse };

/**
 * Decides by the headers alone whether a request may come in at all. Host stops pages that reach us by DNS
 * rebinding, Origin and Sec-Fetch-Site stop pages of other sites that need no preflight; both are needed.
 */
export function passGate(request: GateRequest, rules: GateRules): GateVerdict {
  const [host, ...moreHosts] = request.hosts;
  if (moreHosts.length > 0) return refuse(400, 'A request has exactly one Host header.');
  if (!host || !ownHosts(rules.port).includes(host.toLowerCase())) {
    return refuse(421, 'This endpoint answers to its own loopback address only.');
  }
  const origin = request.headers.get('origin');
  if (origin === undefined) return withoutOrigin(request);
  if (!rules.allowedOrigins().includes(origin)) {
    return refuse(
      403,
      `The origin ${printable(origin)} may not call this endpoint; --allow-origin allows it.`,
    );
  }
  if (request.method !== 'OPTIONS') {
    return { kind: 'pass', corsHeaders: responseHeaders(rules.corsMode, origin) };
  }
  const headers = preflightHeaders(rules.corsMode, {
    origin,
    method: request.headers.get('access-control-request-method') ?? '',
    headers: request.headers.get('access-control-request-headers') ?? '',
  });
  return headers
    ? { kind: 'answer', response: { status: 200, headers } }
    : refuse(403, 'CORS is turned off (--cors none).');
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** No Origin: an SDK or a terminal, which send no Sec-Fetch headers either; or a page's GET, which does. */
function withoutOrigin(request: GateRequest): GateVerdict {
  const site = request.headers.get('sec-fetch-site');
  if (site !== undefined && site !== 'none' && site !== 'same-origin') {
    return refuse(403, 'Requests of other sites are not answered.');
  }
  if (request.method === 'OPTIONS') return refuse(403, 'A preflight has an Origin.');
  return { kind: 'pass', corsHeaders: {} };
}

/** Plain text, as these refusals come before any API. */
function refuse(status: number, reason: string): GateVerdict {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { kind: 'answer', response: { status, headers, body: Buffer.from(`${reason}\n`, 'utf8') } };
}

function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
