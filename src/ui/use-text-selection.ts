import { useEffect, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import type { TextRows } from './text-rows.ts';
import { selectedOffsets, selectionEnds } from './text-selection.ts';

export interface TextSelection {
  /** Everything is selected, rows that are not drawn included. */
  all: boolean;
  /** Rows that must stay in the document. */
  pinned: readonly number[];
  handlers: {
    onCopy: (event: ClipboardEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerDown: () => void;
  };
}

/** Lets a text be selected across rows that are not drawn, and copies exactly its characters. */
export function useTextSelection(boxRef: RefObject<HTMLElement | null>, rows: TextRows): TextSelection {
  const [all, setAll] = useState(false);
  const [pinned, setPinned] = useState<readonly number[]>([]);

  useEffect(() => {
    const read = () => {
      const ends = boxRef.current ? selectionEnds(boxRef.current) : [];
      setPinned((before) => (before.join() === ends.join() ? before : ends));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [boxRef]);

  function handleCopy(event: ClipboardEvent) {
    const part = all
      ? { start: 0, end: rows.text.length }
      : boxRef.current && selectedOffsets(boxRef.current, rows);
    if (!part) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', rows.text.slice(part.start, part.end));
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && all) setAll(false);
    if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.getSelection()?.removeAllRanges();
    setAll(true);
  }

  return {
    all,
    pinned,
    handlers: { onCopy: handleCopy, onKeyDown: handleKeyDown, onPointerDown: () => setAll(false) },
  };
}
