import { cspHeader, cspOfAssets, cspOfSender } from '../csp.ts';
import type { CspOptions } from '../csp.ts';

/**
 * Headers of every answer on the page's port. `Connection: close` is one of them because Chromium
 * silently sends a POST again when a reused connection dies, and a re-sent invoke may run twice.
 */
const always: Readonly<Record<string, string>> = {
  Connection: 'close',
  'Content-Security-Policy': cspOfAssets,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  Server: 'invoke-console',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
};

/** Of everything that is not the page, by its path. */
export function securityHeaders(path: string, csp: CspOptions): Record<string, string> {
  return isSender(path) ? { ...always, 'Content-Security-Policy': cspOfSender(csp) } : { ...always };
}

/** Whether it is the worker that sends, as it is built or as the development server has it. */
export function isSender(path: string): boolean {
  return /^\/(?:assets|src\/state)\/invoke\.worker[-.][^/]*$/.test(path);
}

export function pageSecurityHeaders(csp: CspOptions): Record<string, string> {
  return { ...always, 'Content-Security-Policy': cspHeader(csp) };
}
