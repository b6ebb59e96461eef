import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

export interface ScrollBox {
  scrollTop: number;
  width: number;
  height: number;
}

/** Where a box is scrolled to and how large it is, in CSS pixels, as it changes. */
export function useScrollBox(ref: RefObject<HTMLElement | null>): ScrollBox {
  const [box, setBox] = useState<ScrollBox>({ scrollTop: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const read = () =>
      setBox({ scrollTop: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
    read();
    const sizes = new ResizeObserver(read);
    sizes.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [ref]);
  return box;
}
