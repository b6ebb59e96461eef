type CsvSeparator = ',' | ';' | '\t';

/**
 * The cells of separated values as spreadsheets write and copy them: quotes may hold separators, line ends and doubled
 * quotes. A line that is empty is none. Linear in the text. Source: RFC 4180, section 2.
 */
export function readCsv(text: string, separator: CsvSeparator = separatorOf(text)): string[][] {
  const ends = new RegExp(`${separator}|\\r\\n|\\r|\\n|$`, 'g');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at <= text.length) {
    const cell = cellAt(text, at, ends);
    row.push(cell.text);
    at = cell.end + Math.max(1, cell.ending.length);
    if (cell.ending === separator) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

function cellAt(text: string, at: number, ends: RegExp): { text: string; end: number; ending: string } {
  const quoted = text[at] === '"' ? quotedAt(text, at) : null;
  const from = quoted?.end ?? at;
  ends.lastIndex = from;
  const found = ends.exec(text);
  const end = found?.index ?? text.length;
  // What follows a closing quote belongs to the cell: nothing that was written is lost.
  return { text: (quoted?.text ?? '') + text.slice(from, end), end, ending: found?.[0] ?? '' };
}

/** The separator that the first line uses most; tabs win, for they are what spreadsheets copy. */
function separatorOf(text: string): CsvSeparator {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  if (bare.includes('\t')) return '\t';
  const semicolons = bare.split(';').length;
  return semicolons > bare.split(',').length ? ';' : ',';
}

/** null where the quote never closes: it is an ordinary character then. */
function quotedAt(text: string, at: number): { text: string; end: number } | null {
  let from = at + 1;
  let inside = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    inside += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { text: inside, end: quote + 1 };
    inside += '"';
    from = quote + 2;
  }
}
