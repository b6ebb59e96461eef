import { maxColumns, maxRows, withWidth, type VariantColumn, type VariantsTable } from './variants-table.ts';

/** A cell of the row behind the last one adds a row. */
export function setCell(
  table: VariantsTable,
  at: { row: number; column: number },
  text: string,
): VariantsTable {
  return pasteBlock(table, at, [[text]]);
}

/** A block of cells as a spreadsheet copies it, from a cell on. Rows are added where it goes beyond the last one. */
export function pasteBlock(
  table: VariantsTable,
  { row, column }: { row: number; column: number },
  block: readonly (readonly string[])[],
): VariantsTable {
  const width = table.columns.length;
  const rows = [...table.rows];
  block.slice(0, maxRows - row).forEach((line, down) => {
    const cells = [...withWidth(rows[row + down] ?? [], width)];
    line.slice(0, width - column).forEach((text, along) => (cells[column + along] = text));
    rows[row + down] = cells;
  });
  return { ...table, rows };
}

export function removeRows(table: VariantsTable, gone: ReadonlySet<number>): VariantsTable {
  return { ...table, rows: table.rows.filter((_, index) => !gone.has(index)) };
}

/** A column behind the others; its cells are empty. */
export function addColumn(table: VariantsTable, path: string): VariantsTable {
  if (table.columns.length >= maxColumns) return table;
  const columns = [...table.columns, { path, type: 'auto' as const }];
  return { ...table, columns, rows: table.rows.map((row) => withWidth(row, columns.length)) };
}

export function changeColumn(
  table: VariantsTable,
  index: number,
  patch: Partial<VariantColumn>,
): VariantsTable {
  const columns = table.columns.map((column, at) => (at === index ? { ...column, ...patch } : column));
  return { ...table, columns };
}

export function removeColumn(table: VariantsTable, index: number): VariantsTable {
  const columns = table.columns.toSpliced(index, 1);
  const rows = columns.length === 0 ? [] : table.rows.map((row) => row.toSpliced(index, 1));
  return { ...table, columns, rows };
}

/** Values for one column, from the first row on. Where rows are added their other cells are empty. */
export function fillColumn(table: VariantsTable, column: number, cells: readonly string[]): VariantsTable {
  return pasteBlock(
    table,
    { row: 0, column },
    cells.map((text) => [text]),
  );
}

export interface RowsWithPaths {
  readonly paths: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows behind the others, their cells by the paths of the columns; paths that are new become columns. */
export function addRows(table: VariantsTable, { paths, rows }: RowsWithPaths): VariantsTable {
  const known = table.columns.map(({ path }) => path);
  const wider = paths.filter((path) => !known.includes(path)).reduce(addColumn, table);
  const places = paths.map((path) => wider.columns.findIndex((column) => column.path === path));
  const added = rows.map((row) => {
    const cells = Array.from({ length: wider.columns.length }, () => '');
    row.forEach((text, index) => {
      const place = places[index] ?? -1;
      if (place >= 0) cells[place] = text;
    });
    return cells;
  });
  return { ...wider, rows: [...wider.rows, ...added].slice(0, maxRows) };
}

/** The same rows in the place of all that is there. */
export function replaceRows(table: VariantsTable, rows: RowsWithPaths): VariantsTable {
  const types = new Map(table.columns.map(({ path, type }) => [path, type]));
  const columns = rows.paths.map((path) => ({ path, type: types.get(path) ?? ('auto' as const) }));
  return { ...table, columns, rows: rows.rows };
}
