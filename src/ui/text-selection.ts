import type { TextRows } from './text-rows.ts';

/** The part of a text that is selected in a view of its rows, as offsets; null when nothing of it is. */
export function selectedOffsets(box: Element, rows: TextRows): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(box)) return null;
  const start = offsetOf(range.startContainer, range.startOffset, rows) ?? 0;
  const end = offsetOf(range.endContainer, range.endOffset, rows) ?? rows.text.length;
  return start < end ? { start, end } : null;
}

/**
 * The rows in which the selection begins and ends: while they are in the document the browser keeps it, and a
 * press with Shift somewhere else extends it.
 */
export function selectionEnds(box: Element): number[] {
  const selection = document.getSelection();
  if (!selection) return [];
  return [selection.anchorNode, selection.focusNode].flatMap((node) => {
    const row = node && box.contains(node) ? rowOf(node) : null;
    return row === null ? [] : [row.index];
  });
}

function offsetOf(node: Node, offset: number, rows: TextRows): number | null {
  const row = rowOf(node);
  if (!row) return null;
  const line = row.element.querySelector('[data-line]');
  const start = rows.start(row.index);
  if (!line) return start;
  const before = document.createRange();
  before.selectNodeContents(line);
  const position = before.comparePoint(node, offset);
  if (position < 0) return start;
  if (position > 0) return rows.end(row.index);
  before.setEnd(node, offset);
  return start + before.toString().length;
}

function rowOf(node: Node): { element: HTMLElement; index: number } | null {
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest<HTMLElement>('[data-row]');
  return row ? { element: row, index: Number(row.dataset['row']) } : null;
}
