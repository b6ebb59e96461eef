import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { placePopup } from './place-popup.ts';
import type { Placement } from './place-popup.ts';

/**
 * Keeps a `popover="manual"` element shown in the browser's top layer, beside its anchor, while the component
 * that calls it is mounted. The top layer needs no portal and no z-index, and an element shown from inside a
 * modal dialog belongs to that dialog.
 */
export function usePopup(
  popupRef: RefObject<HTMLElement | null>,
  anchor: () => Element | null,
  { side, align, matchWidth = false }: Placement,
): void {
  useLayoutEffect(() => {
    const popup = popupRef.current;
    const place = () => {
      const element = anchor();
      if (popup && element) placePopup(popup, element, { side, align, matchWidth });
    };
    if (popup && !popup.matches(':popover-open')) popup.showPopover();
    place();
    const sizes = new ResizeObserver(place);
    if (popup) sizes.observe(popup);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  });
}
