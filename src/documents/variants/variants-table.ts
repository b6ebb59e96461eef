import * as v from 'valibot';

/**
 * How the text of a cell becomes JSON. `auto`: JSON where the text is JSON, else a string, and an empty cell leaves
 * what the payload has. `text`: always a string. `number` and `json` refuse what is none, and leave the payload's
 * value where the cell is empty.
 */
export type CellType = (typeof cellTypes)[number];
export const cellTypes = ['auto', 'text', 'number', 'json'] as const;

export interface VariantColumn {
  /** Where in the payload its values go: a JSON path (json-path.ts). */
  readonly path: string;
  readonly type: CellType;
}

/** One payload with a table of values. Rows have a cell for each column. */
export interface VariantsTable {
  readonly columns: readonly VariantColumn[];
  readonly rows: readonly (readonly string[])[];
  /** How many runs are under way at once at most, 1 to 5. */
  readonly concurrency: number;
  /** In the order of the table, or in one that chance makes, so that nothing depends on it. */
  readonly order: 'table' | 'shuffled';
  readonly stopOnError: boolean;
  /** Not more runs than this, however many rows there are. */
  readonly cap: number;
  /** JSON paths into the response, a column of the results each. */
  readonly fields: readonly string[];
}

/** No table has more rows, as no series has more runs. */
export const maxRows = 10_000;
export const maxColumns = 50;

export const emptyVariants: VariantsTable = {
  columns: [],
  rows: [],
  concurrency: 1,
  order: 'table',
  stopOnError: false,
  cap: 1_000,
  fields: [],
};

/** A table as it was kept with a draft; an empty one where there is none, or where it is damaged. */
export function readVariants(kept: unknown): VariantsTable {
  if (typeof kept === 'object' && kept !== null) {
    const sound = soundTables.get(kept);
    if (sound) return sound;
  }
  const read = v.safeParse(tableSchema, kept);
  if (!read.success) return emptyVariants;
  const { columns, rows } = read.output;
  const table = { ...read.output, rows: rows.map((row) => withWidth(row, columns.length)) };
  if (typeof kept === 'object' && kept !== null) soundTables.set(kept, table);
  return table;
}

/** Says of a table of this page that it is one, so that ten thousand rows are not looked at with each key. */
export function soundVariants(table: VariantsTable): VariantsTable {
  soundTables.set(table, table);
  return table;
}

const soundTables = new WeakMap<object, VariantsTable>();

/** A row with exactly that many cells. */
export function withWidth(row: readonly string[], width: number): readonly string[] {
  if (row.length === width) return row;
  return Array.from({ length: width }, (_, index) => row[index] ?? '');
}

const tableSchema = v.object({
  columns: v.pipe(
    v.array(v.object({ path: v.string(), type: v.picklist(cellTypes) })),
    v.maxLength(maxColumns),
  ),
  rows: v.pipe(v.array(v.array(v.string())), v.maxLength(maxRows)),
  concurrency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  order: v.picklist(['table', 'shuffled']),
  stopOnError: v.boolean(),
  cap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxRows)),
  fields: v.pipe(v.array(v.string()), v.maxLength(maxColumns)),
});
