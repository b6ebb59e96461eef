/** Where a text was found, for a view to mark. */
export interface TextMarks {
  /** In order, and none over another. */
  offsets: readonly number[];
  /** Characters of each. */
  length: number;
  /** Which of them is looked at; -1 for none. */
  current: number;
  /** There are more than these. */
  hasMore: boolean;
}

/** More than anyone goes through; looking on would cost time at every key. */
const mostMarks = 10_000;

/** Every place of a query in a text, capitals or not; null for an empty query. */
export function findInText(text: string, query: string): TextMarks | null {
  if (query === '') return null;
  const pattern = new RegExp(query.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi');
  const offsets: number[] = [];
  let hasMore = false;
  for (const { index } of text.matchAll(pattern)) {
    hasMore = offsets.length === mostMarks;
    if (hasMore) break;
    offsets.push(index);
  }
  return { offsets, length: query.length, current: offsets.length > 0 ? 0 : -1, hasMore };
}

/** A piece of a row, marked or not. */
export interface MarkedPiece<Token extends { text: string }> {
  token: Token;
  text: string;
  mark: 'none' | 'found' | 'current';
}

/** Cuts the tokens of a row at the marks that fall into it; a mark may go on in the next row. */
export function markTokens<Token extends { text: string }>(
  tokens: readonly Token[],
  rowStart: number,
  marks: TextMarks,
): MarkedPiece<Token>[] {
  const pieces: MarkedPiece<Token>[] = [];
  let index = firstAfter(marks.offsets, rowStart - marks.length);
  let at = rowStart;
  for (const token of tokens) {
    const tokenEnd = at + token.text.length;
    let from = at;
    while (from < tokenEnd) {
      const start = marks.offsets[index] ?? Infinity;
      const isInside = start <= from;
      const to = Math.min(tokenEnd, isInside ? start + marks.length : start);
      const mark = isInside ? (index === marks.current ? 'current' : 'found') : 'none';
      pieces.push({ token, text: token.text.slice(from - at, to - at), mark });
      if (isInside && to === start + marks.length) index += 1;
      from = to;
    }
    at = tokenEnd;
  }
  return pieces;
}

/** Index of the first offset greater than a limit. */
function firstAfter(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? Infinity) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
