import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Draws its children in an element of another part of the page, as soon as that is there. */
export function InSlot({ slot, children }: { slot: HTMLElement | null; children: ReactNode }) {
  return slot && createPortal(children, slot);
}
