/**
 * Comma-separated values that a spreadsheet opens as text: a cell that it would take for a formula gets an
 * apostrophe in front. Lines end with CR LF. Sources: RFC 4180; OWASP, CSV Injection.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

export function csvCell(text: string): string {
  const inert = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n\t']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Full-width forms too: some spreadsheets read them as the plain signs. A blank in front does not help either. */
const startsFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
