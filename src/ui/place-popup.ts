export interface Placement {
  side: 'bottom' | 'top';
  align: 'start' | 'center' | 'end';
  /** The popup is at least as wide as its anchor. */
  matchWidth?: boolean;
}

/**
 * Puts a popup of the top layer beside its anchor, in CSS pixels of the viewport: on the wanted side, or on the
 * other one when there is more room, shifted so that it never leaves the window.
 */
export function placePopup(
  popup: HTMLElement,
  anchor: Element,
  { side, align, matchWidth }: Placement,
): void {
  const box = anchor.getBoundingClientRect();
  if (matchWidth) popup.style.minInlineSize = `${box.width}px`;
  popup.style.maxBlockSize = '';
  const size = popup.getBoundingClientRect();
  const room = { top: box.top - gap - margin, bottom: innerHeight - box.bottom - gap - margin };
  const actual = size.height <= room[side] || room[side] >= room[opposite[side]] ? side : opposite[side];
  const height = Math.min(size.height, Math.max(room[actual], minHeight));
  const start = {
    start: box.left,
    center: box.left + (box.width - size.width) / 2,
    end: box.right - size.width,
  };
  popup.style.maxBlockSize = `${height}px`;
  popup.style.left = `${Math.max(margin, Math.min(start[align], innerWidth - size.width - margin))}px`;
  popup.style.top = `${actual === 'bottom' ? box.bottom + gap : box.top - gap - height}px`;
  popup.dataset['side'] = actual;
}

const gap = 4;
const margin = 8;
const minHeight = 64;
const opposite = { top: 'bottom', bottom: 'top' } as const;
