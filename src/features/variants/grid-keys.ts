import type { KeyboardEvent } from 'react';

export interface GridPlace {
  row: number;
  column: number;
}

/** Rows that Page Up and Page Down go by. */
const pageRows = 12;

/** Where a key leads from a cell; null where it is the text box's own. */
export function placeAfterKey(
  event: KeyboardEvent<HTMLInputElement>,
  { row, column }: GridPlace,
): GridPlace | null {
  if (event.altKey || event.nativeEvent.isComposing) return null;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'Home') return { row: 0, column: 0 };
    return event.key === 'End' ? { row: Infinity, column } : null;
  }
  if (event.key === 'Enter') return { row: row + (event.shiftKey ? -1 : 1), column };
  if (event.shiftKey) return null;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
  };
  const step = steps[event.key];
  if (step !== undefined) return { row: row + step, column };
  return sideways(event, { row, column });
}

/** Left and right move in the text, and out of it at its ends; or at once where all of it is selected. */
function sideways(event: KeyboardEvent<HTMLInputElement>, { row, column }: GridPlace): GridPlace | null {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  const isCaret = selectionStart === selectionEnd;
  if (event.key === 'ArrowLeft' && (isWhole || (isCaret && selectionStart === 0)))
    return { row, column: column - 1 };
  if (event.key === 'ArrowRight' && (isWhole || (isCaret && selectionEnd === value.length)))
    return { row, column: column + 1 };
  return null;
}
