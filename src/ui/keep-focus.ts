import { flushSync } from 'react-dom';

/** Makes a change of the page at once; when it took the focused element away, `refocus` gives the focus a place. */
export function keepFocus(change: () => void, refocus: () => void): void {
  flushSync(change);
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) refocus();
}
