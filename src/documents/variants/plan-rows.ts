import { payloadFiller, type PayloadFiller } from './fill-payload.ts';
import type { VariantsTable } from './variants-table.ts';

/** What keeps a table from being run, named by row and column, before anything is sent. */
export interface RowProblem {
  /** From 1; null: it is about the column or the payload. */
  readonly row: number | null;
  /** The path of the column; null: it is about the payload or the table. */
  readonly path: string | null;
  readonly message: string;
}

export interface PlannedRows {
  readonly problems: readonly RowProblem[];
  /** Indices of the rows to run, in the order of the table, no more than the cap. */
  readonly rows: readonly number[];
  /** Rows that the cap leaves out. */
  readonly left: number;
  readonly filler: PayloadFiller;
}

/** More problems than this help nobody. */
const maxProblems = 50;

/** What would be run: all rows, or those that are chosen. */
export function planRows(
  payload: string,
  table: VariantsTable,
  chosen: ReadonlySet<number> | null = null,
): PlannedRows {
  const filler = payloadFiller(payload, table.columns);
  const wanted = table.rows.flatMap((_, index) => (chosen === null || chosen.has(index) ? [index] : []));
  const rows = wanted.slice(0, table.cap);
  const problems: RowProblem[] = filler.problems.map(({ column, message }) => ({
    row: null,
    path: column === null ? null : (table.columns[column]?.path ?? null),
    message,
  }));
  if (table.columns.length === 0)
    problems.push({
      row: null,
      path: null,
      message: 'The table has no column: add one for a value to vary.',
    });
  for (const index of rows) {
    if (problems.length >= maxProblems) break;
    for (const { column, message } of filler.check(table.rows[index] ?? []))
      problems.push({ row: index + 1, path: table.columns[column]?.path ?? null, message });
  }
  return { problems, rows, left: wanted.length - rows.length, filler };
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
