/** A place in a text as editors count: lines and columns from 1, columns in UTF-16 units. */
export interface TextPosition {
  offset: number;
  line: number;
  column: number;
}

/** The places of ascending offsets, in one pass. A line ends at LF, CRLF or a lone CR. */
export function positionsOf(text: string, ascendingOffsets: readonly number[]): TextPosition[] {
  const lineEnd = /\r\n|\r|\n/g;
  let line = 1;
  let lineStart = 0;
  let next = lineEnd.exec(text);
  return ascendingOffsets.map((offset) => {
    while (next !== null && lineEnd.lastIndex <= offset) {
      line += 1;
      lineStart = lineEnd.lastIndex;
      next = lineEnd.exec(text);
    }
    return { offset, line, column: offset - lineStart + 1 };
  });
}

export function positionOf(text: string, offset: number): TextPosition {
  const [position] = positionsOf(text, [offset]);
  return position ?? { offset, line: 1, column: offset + 1 };
}
