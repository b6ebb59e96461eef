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

/** Whether the page is on its way out; a page that comes back from the back-forward cache is not. */
export function watchLeaving(): () => boolean {
  let isLeaving = false;
  window.addEventListener('pagehide', () => {
    isLeaving = true;
  });
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return () => isLeaving;
}
