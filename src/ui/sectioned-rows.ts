/** Rows that stand together under a head of their own. */
export interface RowSection {
  /** Where its first row is among all rows. */
  first: number;
  count: number;
}

/** A list of sections, one below the other. Sizes are CSS pixels. */
export interface SectionedRows {
  sections: readonly RowSection[];
  headHeight: number;
  rowHeight: number;
}

export interface RowsInSight {
  /** Numbers of sections of which something is drawn. */
  sections: readonly number[];
  rows: readonly number[];
}

export interface RowSight {
  scrollTop: number;
  height: number;
  /** A row that stays in the document wherever the list is scrolled to: it has the focus. */
  pinned: number;
}

/** Drawn beyond the edges, so that a quick scroll shows no gap. */
const overscanPx = 400;

/** What must be in the document, by its number: what is in sight, and the pinned row with its section. */
export function rowsInSight(list: SectionedRows, { scrollTop, height, pinned }: RowSight): RowsInSight {
  const { rowHeight, headHeight } = list;
  const from = scrollTop - overscanPx;
  const to = scrollTop + height + overscanPx;
  const sections: number[] = [];
  const rows = new Set<number>();
  for (const [number, { first, count }] of list.sections.entries()) {
    const top = sectionTop(list, number);
    const rowsTop = top + headHeight;
    const hasPinned = pinned >= first && pinned < first + count;
    if (hasPinned) rows.add(pinned);
    const isOutside = top > to || rowsTop + count * rowHeight < from;
    if (hasPinned || !isOutside) sections.push(number);
    if (isOutside) continue;
    const start = Math.max(0, Math.floor((from - rowsTop) / rowHeight));
    const end = Math.min(count, Math.ceil((to - rowsTop) / rowHeight));
    for (let row = start; row < end; row += 1) rows.add(first + row);
  }
  return { sections, rows: [...rows].toSorted((a, b) => a - b) };
}

/** Where the section with this number begins. */
export function sectionTop({ sections, headHeight, rowHeight }: SectionedRows, number: number): number {
  return number * headHeight + (sections[number]?.first ?? 0) * rowHeight;
}

export function rowTop({ sections, headHeight, rowHeight }: SectionedRows, index: number): number {
  const number = sections.findLastIndex(({ first }) => first <= index);
  return (number + 1) * headHeight + index * rowHeight;
}

export function sectionsHeight({ sections, headHeight, rowHeight }: SectionedRows): number {
  return sections.reduce((sum, { count }) => sum + headHeight + count * rowHeight, 0);
}
