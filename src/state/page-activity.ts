/** Calls back whenever the person presses a key or a button on the page. Returns what ends it. */
export function onActivity(listener: () => void): () => void {
  window.addEventListener('pointerdown', listener, true);
  window.addEventListener('keydown', listener, true);
  return () => {
    window.removeEventListener('pointerdown', listener, true);
    window.removeEventListener('keydown', listener, true);
  };
}
