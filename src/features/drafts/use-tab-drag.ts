import { useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

export interface TabDragOptions {
  listRef: RefObject<HTMLElement | null>;
  /** Ids in the order of the tabs. */
  order: readonly string[];
  onMove: (id: string, toIndex: number) => void;
}

export interface TabDrag {
  /** The tab that is being moved. */
  draggedId: string | null;
  handlePointerDown: (event: ReactPointerEvent, id: string) => void;
}

/** So far a press is still a click, in CSS pixels. */
const clickSlack = 6;

/**
 * Moves a tab along its row while a mouse or a pen holds it; Escape puts it back. A finger scrolls the row instead.
 * The listeners are the window's: React moves the element in the document meanwhile, which would lose a capture.
 */
export function useTabDrag({ listRef, order, onMove }: TabDragOptions): TabDrag {
  const [draggedId, setDraggedId] = useState<string | null>(null);

  function handlePointerDown(event: ReactPointerEvent, id: string): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const startX = event.clientX;
    const startIndex = order.indexOf(id);
    const listening = new AbortController();
    let moving = false;
    const stop = (): void => {
      listening.abort();
      setDraggedId(null);
    };
    const follow = ({ clientX }: PointerEvent): void => {
      moving ||= Math.abs(clientX - startX) >= clickSlack;
      if (!moving || !listRef.current) return;
      setDraggedId(id);
      onMove(id, indexUnder(listRef.current, id, clientX));
    };
    const putBack = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      onMove(id, startIndex);
      stop();
    };
    const options = { signal: listening.signal };
    window.addEventListener('pointermove', follow, options);
    window.addEventListener('pointerup', stop, options);
    window.addEventListener('pointercancel', stop, options);
    window.addEventListener('keydown', putBack, options);
  }

  return { draggedId, handlePointerDown };
}

/** The place of a tab when it is held at `x`: behind all others whose middle lies before. */
function indexUnder(list: HTMLElement, id: string, x: number): number {
  const others = [...list.querySelectorAll<HTMLElement>('[data-draft]')].filter(
    (element) => element.dataset['draft'] !== id,
  );
  return others.filter((element) => {
    const { left, width } = element.getBoundingClientRect();
    return left + width / 2 < x;
  }).length;
}
