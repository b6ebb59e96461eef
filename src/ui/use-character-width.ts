import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Width in CSS pixels of a digit in an element's font, measured again when web fonts have come. */
export function useCharacterWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(8);
  useLayoutEffect(() => {
    const measure = () => {
      if (ref.current) setWidth(measureDigit(ref.current));
    };
    measure();
    document.fonts.addEventListener('loadingdone', measure);
    return () => document.fonts.removeEventListener('loadingdone', measure);
  }, [ref]);
  return width;
}

function measureDigit(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 8;
  // The `font` shorthand is empty where a part of it, as the ligatures, cannot be said in it.
  const { fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontSize} ${fontFamily}`;
  return context.measureText('0'.repeat(100)).width / 100 || 8;
}
