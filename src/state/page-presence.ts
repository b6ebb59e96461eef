/**
 * Which pages of this origin are alive, by Web Locks: each page holds a lock of its own, and the browser lets go of
 * it when the page is closed, reloaded or has crashed. No heartbeat, no clock.
 */
export interface PagePresence {
  /** Of this page load; a reload is another page. */
  pageId: string;
  /** Resolves when that page is gone, at once if it is already. Never, where the browser has no Web Locks. */
  whenGone(pageId: string): Promise<void>;
}

/** The part of `navigator.locks` that is used. */
export type LockPort = Pick<LockManager, 'request'>;

const lockName = (pageId: string): string => `invoke-console.page.${pageId}`;

/** `locks` is undefined on origins that are not secure. */
export function createPagePresence(locks: LockPort | undefined, randomUUID: () => string): PagePresence {
  const pageId = randomUUID();
  const held = new Promise<never>(() => undefined);
  void locks?.request(lockName(pageId), () => held).catch(() => undefined);
  return {
    pageId,
    whenGone: (id) => (locks ? granted(locks, lockName(id)) : new Promise(() => undefined)),
  };
}

function granted(locks: LockPort, name: string): Promise<void> {
  return new Promise((resolve) => {
    // Shared: all pages that wait for the same one learn of it together.
    locks.request(name, { mode: 'shared' }, async () => resolve()).catch(() => undefined);
  });
}
