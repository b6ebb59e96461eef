import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

export interface RowFocus {
  /** The key of the one row that Tab reaches. */
  current: string;
  handlers: {
    onFocus: (event: FocusEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * One tab stop for all rows of a list, however many there are: arrows up and down, Home and End go from row to row,
 * right and left to the row's menu and back. `keys` are those of all rows in their order; a row carries its own as
 * `data-row`, and need be in the document only when it is the current one.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, keys: readonly string[]): RowFocus {
  const [chosen, setChosen] = useState({ key: '', index: 0 });
  const wantsFocus = useRef(false);
  const index = placeOf(keys, chosen);
  const current = keys[index] ?? '';
  // After each drawing: the row may have come with it.
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(current)}"] button`)?.focus();
  });

  function handleFocus({ target }: FocusEvent): void {
    const key = rowOf(list.current, target)?.dataset['row'];
    if (key !== undefined && key !== current) setChosen({ key, index: keys.indexOf(key) });
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const [open, menu] = rowOf(list.current, event.target)?.querySelectorAll('button') ?? [];
    if (open === undefined || hasModifier(event)) return;
    // On the menu's button, the arrow down opens the menu.
    const next = event.target === open ? steps[event.key]?.(index, keys.length) : undefined;
    if (next !== undefined) choose(next);
    else if (event.key === 'ArrowRight') menu?.focus();
    else if (event.key === 'ArrowLeft') open.focus();
    else return;
    event.preventDefault();
  }

  function choose(wanted: number): void {
    const place = Math.max(0, Math.min(wanted, keys.length - 1));
    setChosen({ key: keys[place] ?? '', index: place });
    wantsFocus.current = true;
  }

  return { current, handlers: { onFocus: handleFocus, onKeyDown: handleKeyDown } };
}

/** The row stays the same when others come before it; when it goes, the one in its place follows. */
function placeOf(keys: readonly string[], { key, index }: { key: string; index: number }): number {
  if (keys[index] === key) return index;
  const found = key === '' ? -1 : keys.indexOf(key);
  return found === -1 ? Math.max(0, Math.min(index, keys.length - 1)) : found;
}

/** A menu that a row has opened stands elsewhere in the document. */
function rowOf(list: HTMLElement | null, target: EventTarget): HTMLElement | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
  return list?.contains(row) === true ? row : null;
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};
