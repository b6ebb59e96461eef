import { formatJsonPath, parseJsonPath } from '../json-path.ts';
import { findInJson, sourceOf } from '../json-path-find.ts';
import { isJson, jsonProblems } from '../json-problems.ts';
import { variableOf } from './fill-payload.ts';
import { readCsv } from './read-csv.ts';
import { maxColumns, maxRows, withWidth } from './variants-table.ts';

/** Rows with the paths of their columns, as they were found in a text. */
export type ReadRows =
  | {
      readonly ok: true;
      readonly format: 'CSV' | 'JSON lines' | 'JSON';
      readonly paths: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * Rows from CSV (or what a spreadsheet copies) whose first line names the paths, from JSON lines, or from a JSON array
 * of objects, whose members become columns. Values are taken as they are spelled.
 */
export function readRows(text: string): ReadRows {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, message: 'There is nothing to read.' };
  if (trimmed.startsWith('[') && isJson(trimmed)) return fromObjects(itemsOf(trimmed), 'JSON');
  if (/^\{(?!\{)/.test(trimmed)) return fromLines(text);
  return fromCsv(text);
}

function fromCsv(text: string): ReadRows {
  const [head = [], ...lines] = readCsv(text);
  const paths = head.map(pathOf);
  const faulty = paths.findIndex(
    (path) => variableOf(path) === null && (!parseJsonPath(path).ok || path === '$'),
  );
  if (faulty >= 0) {
    return {
      ok: false,
      message: `The first line names the columns, by paths such as $.order.id. “${head[faulty] ?? ''}” is none.`,
    };
  }
  const long = lines.findIndex((line) => line.length > paths.length);
  if (long >= 0)
    return { ok: false, message: `Row ${long + 1} has more cells than the first line has columns.` };
  return bounded({
    ok: true,
    format: 'CSV',
    paths,
    rows: lines.map((line) => withWidth(line, paths.length)),
  });
}

/** A heading that is no path of its own names a member: `order id` is $["order id"]. */
function pathOf(heading: string): string {
  const text = heading.trim();
  if (text.startsWith('$') || text === '' || variableOf(text) !== null) return text;
  const parsed = parseJsonPath(text);
  return formatJsonPath(parsed.ok ? parsed.path : [{ deep: false, key: text }]);
}

function fromLines(text: string): ReadRows {
  const lines = text.split(/\r\n|\r|\n/);
  const objects: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [problem] = jsonProblems(line, 1);
    if (problem)
      return {
        ok: false,
        message: `Line ${index + 1} is not JSON (column ${problem.column}): ${problem.message}`,
      };
    objects.push(line);
  }
  return fromObjects(objects, 'JSON lines');
}

const everyMember = [{ deep: false, key: null }] as const;

function itemsOf(text: string): string[] {
  return findInJson(text, everyMember).map((place) => sourceOf(text, place));
}

function fromObjects(objects: readonly string[], format: 'JSON' | 'JSON lines'): ReadRows {
  const paths: string[] = [];
  const cells = objects.map((text) => {
    const row = new Map<string, string>();
    for (const place of findInJson(text, everyMember)) {
      const path = formatJsonPath(place.path);
      if (!paths.includes(path)) paths.push(path);
      row.set(path, cellText(sourceOf(text, place)));
    }
    return row;
  });
  const other = objects.findIndex((text) => !text.trim().startsWith('{'));
  if (other >= 0)
    return { ok: false, message: `Row ${other + 1} is no object: its members would be the columns.` };
  return bounded({
    ok: true,
    format,
    paths,
    rows: cells.map((row) => paths.map((path) => row.get(path) ?? '')),
  });
}

/** A string is shown without its quotes where that reads back as the same string. */
function cellText(source: string): string {
  if (!source.startsWith('"')) return source;
  const text = String(JSON.parse(source));
  return text === '' || isJson(text.trim()) || text !== text.trim() ? source : text;
}

function bounded(read: ReadRows): ReadRows {
  if (!read.ok) return read;
  if (read.rows.length > maxRows)
    return {
      ok: false,
      message: `A table has at most ${maxRows.toLocaleString('en')} rows; these are ${read.rows.length.toLocaleString('en')}.`,
    };
  if (read.paths.length > maxColumns)
    return {
      ok: false,
      message: `A table has at most ${maxColumns} columns; these are ${read.paths.length}.`,
    };
  return read;
}
