import type { IncomingHttpHeaders } from 'node:http';
import { type PageRoute, routeOf } from './page-route.ts';

/** The parts of a request that decide whether it is answered at all. */
export interface RequestHead {
  method: string;
  /** The request target as it came, undecoded. */
  target: string;
  headers: IncomingHttpHeaders;
  /** How many Host headers came; a parser keeps only one of them. */
  hostCount: number;
}

export type Verdict =
  | { kind: 'answer'; path: string }
  | { kind: 'route'; route: PageRoute; path: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'refuse'; status: 400 | 403 | 405 | 421; reason: string; allow?: string };

/**
 * Who may ask what on the page's port. The Host rule stops DNS rebinding, the Origin and
 * Sec-Fetch-Site rules stop other sites and other apps on this machine; neither does both.
 */
export function judge(head: RequestHead, port: number, routes: readonly PageRoute[] = []): Verdict {
  if (!head.target.startsWith('/') || head.hostCount > 1) {
    return refuse(400, 'The request is malformed.');
  }
  const host = head.headers.host ?? '';
  if (!ownHosts(port).includes(host)) {
    return refuse(421, `This server answers to 127.0.0.1:${port} only.`);
  }
  const path = head.target.split(/[?#]/, 1)[0] ?? '/';
  if (!isFromHere(head, host, path)) return refuse(403, 'Other sites may not call this server.');
  const route = routeOf(routes, path);
  return route ? judgeRoute(route, head, path) : judgeFile(head, port, path);
}

function judgeFile({ method, headers }: RequestHead, port: number, path: string): Verdict {
  if (method !== 'GET' && method !== 'HEAD') return notAllowed(['GET', 'HEAD']);
  if (isNavigation(headers) && headers.host !== `127.0.0.1:${port}`) {
    // Saved data belongs to the origin, so every spelling of loopback leads to the one address.
    return { kind: 'redirect', location: `http://127.0.0.1:${port}${isPage(path) ? '/' : path}` };
  }
  return { kind: 'answer', path };
}

/** What acts or tells more than the page's files do is for the page's own `fetch` alone: no tab, no frame, no terminal. */
function judgeRoute(route: PageRoute, { method, headers }: RequestHead, path: string): Verdict {
  const isOfPage = headers['sec-fetch-site'] === 'same-origin' || headers.origin !== undefined;
  const isFetch = (headers['sec-fetch-dest'] ?? 'empty') === 'empty' && !isNavigation(headers);
  if (!isOfPage || !isFetch) return refuse(403, 'Only the console’s own page may call this address.');
  return route.methods.includes(method) ? { kind: 'route', route, path } : notAllowed(route.methods);
}

function notAllowed(methods: readonly string[]): Verdict {
  const allow = methods.join(', ');
  return { kind: 'refuse', status: 405, reason: `Only ${allow} are answered here.`, allow };
}

/** The page itself, the one thing that a link on another site may lead to. */
export function isPage(path: string): boolean {
  return path === '/' || path === '/index.html';
}

function ownHosts(port: number): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
}

function isFromHere({ method, headers }: RequestHead, host: string, path: string): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A share link on a wiki: a plain visit of the page in a tab of its own.
  return (
    method === 'GET' && isPage(path) && isNavigation(headers) && headers['sec-fetch-dest'] === 'document'
  );
}

function isNavigation(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate';
}

function refuse(status: 400 | 403 | 405 | 421, reason: string): Verdict {
  return { kind: 'refuse', status, reason };
}
