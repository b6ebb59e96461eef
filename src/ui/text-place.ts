/** A place in a text, 1-based; columns count UTF-16 units. */
export interface TextPlace {
  line: number;
  column: number;
}

/** Where an offset is, in a text whose lines end with line feeds. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The offset of a place, within the text whatever the place says. */
export function offsetAt(text: string, { line, column }: TextPlace): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}
