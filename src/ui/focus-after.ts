import { flushSync } from 'react-dom';

/** Makes a change of the page at once and moves the focus to what is there then; false when it is not. */
export function focusAfter(change: () => void, find: () => HTMLElement | null): boolean {
  flushSync(change);
  const place = find();
  place?.focus();
  return place !== null;
}

/** Makes a change of the page at once, so that the focus can go to what is there then. */
export function drawNow(change: () => void): void {
  flushSync(change);
}
