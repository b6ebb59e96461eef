/**
 * Comma-separated values that a spreadsheet opens as text: a cell that it would take for a formula gets an
 * apostrophe in front. Lines end with CR LF. Sources: RFC 4180; OWASP, CSV Injection.
 */
export function toCsv(rows: readonly (readonly (string | CsvNumber)[])[]): string {
  return rows.map((cells) => `${cells.map(anyCell).join(',')}\r\n`).join('');
}

/** A cell that is a number, and keeps its spelling: -1.50 is no formula. */
export interface CsvNumber {
  readonly number: string;
}

function anyCell(cell: string | CsvNumber): string {
  if (typeof cell === 'string') return csvCell(cell);
  return plainNumber.test(cell.number) ? cell.number : csvCell(cell.number);
}

const plainNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function csvCell(text: string): string {
  const inert = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n\t']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Full-width forms too: some spreadsheets read them as the plain signs. A blank in front does not help either. */
const startsFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
