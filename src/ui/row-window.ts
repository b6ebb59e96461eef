/** The rows to draw: those in sight and some around them, and those named by `pinned`. */
export interface RowWindowInput {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
  /** Rows that must stay in the document wherever it is scrolled to: the ends of a selection. */
  pinned?: readonly number[];
}

export function rowWindow({ scrollTop, height, rowHeight, count, pinned = [] }: RowWindowInput): number[] {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const last = Math.min(count - 1, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  const rows = new Set(pinned.filter((row) => row >= 0 && row < count));
  for (let row = first; row <= last; row += 1) rows.add(row);
  return [...rows].toSorted((a, b) => a - b);
}

const overscan = 8;
