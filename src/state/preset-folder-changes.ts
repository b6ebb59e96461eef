/** Time for the page to be usable, and its start to be over, before it keeps a connection open. */
const quietMs = 1_500;

/**
 * Listens to the local server while the page can be seen: a browser has six connections to one server, and hidden tabs
 * must not use them up. Calls back at each beginning, as nobody knows what was missed.
 */
export function listenToFolder(onChange: () => void): () => void {
  let source: EventSource | undefined;
  const follow = (): void => {
    const isWanted = document.visibilityState === 'visible';
    if (!isWanted) {
      source?.close();
      source = undefined;
    } else if (source === undefined) {
      source = new EventSource('preset-folder/changes');
      source.addEventListener('change', onChange);
    }
  };
  const timer = setTimeout(follow, quietMs);
  document.addEventListener('visibilitychange', follow);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', follow);
    source?.close();
  };
}
