import { toCsv, type CsvNumber } from '../csv.ts';
import { cellJson } from './cell-json.ts';
import type { VariantColumn } from './variants-table.ts';
import type { VariantResult } from './variant-result.ts';

interface ExportedResults {
  readonly columns: readonly VariantColumn[];
  readonly fields: readonly string[];
  readonly results: readonly VariantResult[];
}

const numbers = [
  ['durationMs', 'log'],
  ['billedMs', 'log'],
  ['maxMemoryMB', 'log'],
  ['initMs', null],
  ['roundTripMs', null],
] as const satisfies readonly (readonly [keyof VariantResult, 'log' | null])[];

/** A table that any spreadsheet opens, without a formula in it. What the page could not see says so. */
export function resultsCsv({ columns, fields, results }: ExportedResults): string {
  const head = [
    'row',
    ...columns.map(({ path }) => path),
    'outcome',
    'error',
    'statusCode',
    'executedVersion',
    ...numbers.map(([name]) => name),
    ...fields.map((path) => `response ${path}`),
    'runId',
  ];
  const rows = results.map((result) => [
    { number: String(result.row) },
    ...columns.map((column, index) => valueCell(cellJson(result.cells[index] ?? '', column.type))),
    result.outcome,
    result.error ?? '',
    numberCell(result.statusCode, null),
    result.executedVersion ?? result.missing.version ?? '',
    ...numbers.map(([name, source]) => numberCell(result[name], source && result.missing[source])),
    ...fields.map((path) => sourceCell(result.fields[path] ?? null)),
    result.runId,
  ]);
  return toCsv([head, ...rows]);
}

/** The same as JSON; numbers of the payload and the response are written as they were spelled there. */
export function resultsJson({ columns, fields, results }: ExportedResults): string {
  const rows = results.map((result) => {
    const { row, outcome, error, statusCode, executedVersion, missing, runId } = result;
    const known = { row, outcome, error, statusCode, executedVersion };
    const measured = Object.fromEntries(numbers.map(([name]) => [name, result[name]]));
    const unseen = Object.entries(missing).filter(([, why]) => why !== null);
    return objectOf([
      ...Object.entries({ ...known, ...measured, runId }).map(jsonMember),
      ...(unseen.length > 0 ? [jsonMember(['missing', Object.fromEntries(unseen)])] : []),
      ['values', objectOf(columns.map((column, index) => [column.path, valueSource(result, column, index)]))],
      ['response', objectOf(fields.map((path) => [path, result.fields[path] ?? 'null']))],
    ]);
  });
  return `[\n${rows.map((row) => `  ${row}`).join(',\n')}\n]\n`;
}

type CellJson = ReturnType<typeof cellJson>;

function valueCell(made: CellJson): string | CsvNumber {
  return made.ok ? sourceCell(made.source) : '';
}

/** A JSON string as its text, a number as it is spelled, everything else as JSON. */
function sourceCell(source: string | null): string | CsvNumber {
  if (source === null) return '';
  if (source.startsWith('"')) return String(JSON.parse(source));
  return /^[-\d]/.test(source) ? { number: source } : source;
}

function numberCell(value: number | null, missing: string | null): string | CsvNumber {
  return value === null ? (missing ?? '') : { number: String(value) };
}

function valueSource({ cells }: VariantResult, { type }: VariantColumn, index: number): string {
  const made = cellJson(cells[index] ?? '', type);
  return (made.ok ? made.source : null) ?? 'null';
}

function jsonMember([name, value]: [string, unknown]): [string, string] {
  return [name, JSON.stringify(value)];
}

function objectOf(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([name, source]) => `${JSON.stringify(name)}: ${source}`).join(', ')}}`;
}
