import { useSyncExternalStore } from 'react';

/** The height of a list's row (`--row`) in CSS pixels: a finger needs more than a pointer. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, rowHeight);
}

const finger = matchMedia('(pointer: coarse)');

function subscribe(onChange: () => void): () => void {
  finger.addEventListener('change', onChange);
  return () => finger.removeEventListener('change', onChange);
}

function rowHeight(): number {
  const style = getComputedStyle(document.documentElement);
  return Number.parseFloat(style.getPropertyValue('--row')) * Number.parseFloat(style.fontSize) || 28;
}
