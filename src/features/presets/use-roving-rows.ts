import { useEffect, type RefObject } from 'react';

/**
 * One tab stop for all rows of a list, however many there are: arrows up and down, Home and End go from row to row,
 * right and left to the row's menu and back. Rows may come and go at any time.
 */
export function useRovingRows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = list.current;
    if (root === null) return undefined;
    let current: HTMLElement | null = null;
    const sync = (): void => {
      const stops = Array.from(root.querySelectorAll<HTMLElement>('.preset-row button'));
      if (current === null || !stops.includes(current)) current = stops[0] ?? null;
      for (const stop of stops) stop.tabIndex = stop === current ? 0 : -1;
    };
    const handleFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target.closest('.preset-row') === null) return;
      current = target;
      sync();
    };
    const handleKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = nextStop(root, event);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    };
    const observer = new MutationObserver(sync);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', handleFocus);
    root.addEventListener('keydown', handleKey);
    sync();
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', handleFocus);
      root.removeEventListener('keydown', handleKey);
    };
  }, [list]);
}

function nextStop(root: HTMLElement, { key, target }: KeyboardEvent): HTMLElement | null {
  const row = target instanceof HTMLElement ? target.closest('.preset-row') : null;
  if (row === null) return null;
  const [open, menu] = row.querySelectorAll<HTMLElement>('button');
  if (key === 'ArrowRight') return menu ?? null;
  if (key === 'ArrowLeft') return open ?? null;
  // On the menu's button, the arrow down opens the menu.
  if (target !== open) return null;
  const rows = Array.from(root.querySelectorAll<HTMLElement>('.preset-row-open'));
  const index = rows.findIndex((one) => one === open);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: rows.length - 1,
  };
  return rows[places[key] ?? -1] ?? null;
}
