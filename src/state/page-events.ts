/** Calls back when the page may be about to go: hidden, closed, or frozen. Returns what ends it. */
export function onPageHide(listener: () => void): () => void {
  const handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') listener();
  };
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', handleVisibility);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', handleVisibility);
  };
}

/** How long after the browser asked to leave a failed request may be due to that. */
const leavingMs = 3_000;

/**
 * Whether the page may be on its way out. A browser ends the requests of a page when it begins to leave, before
 * `pagehide`; only `beforeunload` comes earlier, and whether the user stayed after all is not told.
 */
export function watchLeaving(): () => boolean {
  let askedAt = -leavingMs;
  window.addEventListener('beforeunload', () => {
    askedAt = performance.now();
  });
  return () => performance.now() - askedAt < leavingMs;
}
