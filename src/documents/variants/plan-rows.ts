import { payloadFiller, variableOf, type PayloadFiller } from './fill-payload.ts';
import type { VariantsTable } from './variants-table.ts';

/** What keeps a table from being run, named by row and column, before anything is sent. */
export interface RowProblem {
  /** From 1; null: it is about the column or the payload. */
  readonly row: number | null;
  /** The path of the column; null: it is about the payload or the table. */
  readonly path: string | null;
  readonly message: string;
  /** A variable has no value: environments may give it one. */
  readonly isVariable: boolean;
}

export interface PlannedRows {
  readonly problems: readonly RowProblem[];
  /** Indices of the rows to run, in the order of the table, no more than the cap. */
  readonly rows: readonly number[];
  /** Rows that the cap leaves out. */
  readonly left: number;
  readonly filler: PayloadFiller;
}

/** A variable that a row, or every row, would be sent without. */
export interface RowVariableFault {
  /** In whose value it stands, from 0; null: in the payload. */
  readonly column: number | null;
  readonly message: string;
}

/** The variables of a payload and its rows (row-variables.ts). */
export interface RowVariables {
  /** In the payload, whatever the row. */
  readonly always: readonly RowVariableFault[];
  check: (cells: readonly string[]) => readonly RowVariableFault[];
}

/** More problems than this help nobody. */
const maxProblems = 50;

export interface PlanOptions {
  /** Rows by their index; null: all. */
  chosen?: ReadonlySet<number> | null;
  /** Where the draft's variables are replaced, so that a column may give values to one: looks for them. @default null */
  variables?: ((filler: PayloadFiller) => RowVariables) | null;
}

/** What would be run: all rows, or those that are chosen. */
export function planRows(
  payload: string,
  table: VariantsTable,
  { chosen = null, variables = null }: PlanOptions = {},
): PlannedRows {
  const filler = payloadFiller(payload, table.columns);
  const wanted = table.rows.flatMap((_, index) => (chosen === null || chosen.has(index) ? [index] : []));
  const rows = wanted.slice(0, table.cap);
  const problems = tableProblems(table, filler, variables !== null);
  // Where something else is wrong, there is no payload to look through.
  const checked = problems.length === 0 ? variables?.(filler) : undefined;
  for (const { message } of checked?.always ?? [])
    problems.push({ row: null, path: null, message, isVariable: true });
  for (const index of rows) {
    if (problems.length >= maxProblems) break;
    problems.push(...rowProblems(index, table, { filler, checked }));
  }
  return { problems, rows, left: wanted.length - rows.length, filler };
}

/** Of its values; and where they are sound, of the variables. */
function rowProblems(
  index: number,
  { columns, rows }: VariantsTable,
  { filler, checked }: { filler: PayloadFiller; checked: RowVariables | undefined },
): RowProblem[] {
  const cells = rows[index] ?? [];
  const faults: readonly RowVariableFault[] = filler.check(cells);
  const isVariable = faults.length === 0;
  return (isVariable ? (checked?.check(cells) ?? []) : faults).map(({ column, message }) => ({
    row: index + 1,
    path: column === null ? null : (columns[column]?.path ?? null),
    message,
    isVariable,
  }));
}

/** What is wrong with the columns or the payload, whatever the rows are. */
function tableProblems(
  { columns }: VariantsTable,
  filler: PayloadFiller,
  hasVariables: boolean,
): RowProblem[] {
  const problems: RowProblem[] = filler.problems.map(({ column, message }) => ({
    row: null,
    path: column === null ? null : (columns[column]?.path ?? null),
    message,
    isVariable: false,
  }));
  const tell = (message: string): number =>
    problems.push({ row: null, path: null, message, isVariable: false });
  const variable = columns.find(({ path }) => variableOf(path) !== null);
  if (variable && !hasVariables) tell(`Variables are off for this draft, so ${variable.path} has no place.`);
  if (columns.length === 0) tell('The table has no column: add one for a value to vary.');
  return problems;
}

/** In an order that chance makes, each as likely as any other (Fisher and Yates). `random` gives 0 up to 1. */
export function shuffled(rows: readonly number[], random: () => number): number[] {
  const order = [...rows];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
