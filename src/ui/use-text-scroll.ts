import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { TextMarks } from './find-in-text.ts';
import type { TextRows } from './text-rows.ts';

export interface TextScroll {
  rows: TextRows;
  marks: TextMarks | null;
  /** Stay at the end while the text grows, as long as it was not scrolled away from there. */
  followEnd: boolean;
  rowHeight: number;
  onFollow: ((isAtEnd: boolean) => void) | undefined;
}

/** Brings what is looked at into sight: the current find, the end of a text that grows, or the end that a key names. */
export function useTextScroll(
  boxRef: RefObject<HTMLElement | null>,
  { rows, marks, followEnd, rowHeight, onFollow }: TextScroll,
): void {
  const isAtEnd = useRef(true);
  const endTop = useRef(0);
  const offset = marks === null || marks.current < 0 ? null : (marks.offsets[marks.current] ?? null);

  useEffect(() => {
    const box = boxRef.current;
    if (!box) return undefined;
    const handle = (event: KeyboardEvent) => scrollToEnd(box, event);
    box.addEventListener('keydown', handle);
    return () => box.removeEventListener('keydown', handle);
  }, [boxRef]);

  useEffect(() => {
    const box = boxRef.current;
    if (!box || offset === null) return;
    const row = rows.rowAt(offset);
    const top = row * rowHeight;
    if (top < box.scrollTop || top + 2 * rowHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - box.clientHeight / 3;
    }
    const column = box.querySelector(`[data-row="${row}"] [data-mark="current"]`);
    column?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [boxRef, offset, rows, rowHeight]);

  useEffect(() => {
    const box = boxRef.current;
    if (!box || !followEnd) return undefined;
    const note = () => {
      isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 2 * rowHeight;
      onFollow?.(isAtEnd.current);
    };
    box.addEventListener('scroll', note, { passive: true });
    return () => box.removeEventListener('scroll', note);
  }, [boxRef, followEnd, rowHeight, onFollow]);

  useLayoutEffect(() => {
    const box = boxRef.current;
    if (!box || !followEnd || rows.count === 0) return;
    // A scroll is told with the next frame only; the text may grow before that.
    // Where the text has become shorter, as in a wider box, its end is what counts.
    const end = Math.min(endTop.current, box.scrollHeight - box.clientHeight);
    if (box.scrollTop < end - 2 * rowHeight) isAtEnd.current = false;
    if (!isAtEnd.current) return;
    box.scrollTop = box.scrollHeight;
    endTop.current = box.scrollTop;
  }, [boxRef, followEnd, rows, rowHeight]);
}

/** Home and End. Chromium forgets them at times for a box that it has just laid out: no scroll follows the key. */
function scrollToEnd(box: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (event.key !== 'Home' && event.key !== 'End') return;
  event.preventDefault();
  box.scrollTop = event.key === 'Home' ? 0 : box.scrollHeight;
}
