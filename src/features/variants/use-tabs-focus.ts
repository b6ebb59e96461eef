import { useEffect, useRef, type RefObject } from 'react';
import type { SeriesBoard } from '../../state/series-board.ts';
import type { Draft } from '../../state/types.ts';
import { useStore } from '../../ui/use-store.ts';

/**
 * Run gives way to Stop, and Stop to Run: who pressed one goes on at the tabs, where another press does nothing. Gives
 * what holds them.
 */
export function useTabsFocus(board: SeriesBoard, { id }: Draft): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null);
  const isUnderWay = useStore(
    board.store,
    ({ current }) => current?.kind === 'variants' && current.draftId === id && current.phase !== 'over',
  );
  const wasUnderWay = useRef(isUnderWay);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.matches('[data-dialog]') === true;
    if (isLost && wasUnderWay.current !== isUnderWay)
      holder.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay]);
  return holder;
}
