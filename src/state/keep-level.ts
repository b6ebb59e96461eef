import type { KeepLevel } from './types.ts';

/** Facts of the page's own address on which it depends what may be kept there. */
export interface PageOrigin {
  /** Without it the browser has no cryptography, and others may read along. */
  isSecure: boolean;
  /** Another program may be served at the same address tomorrow, and would find what was kept. */
  isLoopback: boolean;
}

/** Why credentials can't be kept in this way here; null when they can. */
export function keepRefusal(level: KeepLevel, { isSecure, isLoopback }: PageOrigin): string | null {
  if (level === 'memory') return null;
  if (!isSecure) return 'This page did not come over https, so nothing is kept.';
  if (level === 'device' && isLoopback) {
    return 'Another program may use this machine’s address later and find the key: here the vault keeps it.';
  }
  return null;
}
