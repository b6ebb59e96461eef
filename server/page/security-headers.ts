import { cspHeader, cspOfAssets } from '../csp.ts';
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

export function securityHeaders(): Record<string, string> {
  return { ...always };
}

export function pageSecurityHeaders(csp: CspOptions): Record<string, string> {
  return { ...always, 'Content-Security-Policy': cspHeader(csp) };
}
