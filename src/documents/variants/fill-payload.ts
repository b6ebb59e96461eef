import { findInJson } from '../json-path-find.ts';
import { parseJsonPath } from '../json-path.ts';
import { jsonProblems } from '../json-problems.ts';
import { addedMembers } from './added-member.ts';
import { cellJson } from './cell-json.ts';
import type { VariantColumn } from './variants-table.ts';

export interface ColumnProblem {
  /** From 0; null: it is about the payload. */
  readonly column: number | null;
  readonly message: string;
}

export interface CellProblem {
  /** From 0. */
  readonly column: number;
  readonly message: string;
}

/** A payload whose values at the columns' paths can be replaced, row by row. */
export interface PayloadFiller {
  readonly problems: readonly ColumnProblem[];
  /** Columns, from 0, whose paths the payload does not have: rows with a value add it to the object above. */
  readonly added: ReadonlySet<number>;
  /** Where the columns' values go, in the order of the text. */
  readonly slots: readonly Slot[];
  /** What a row puts in for each column; null: the payload's own value stays. */
  sources: (cells: readonly string[]) => readonly (string | null)[];
  /** What keeps this row from being sent. */
  check: (cells: readonly string[]) => readonly CellProblem[];
  /** The payload of a row that has no problems; every character outside the replaced values stays. */
  fill: (cells: readonly string[]) => string;
}

/** The name of a variable that a column gives its values to, as in `{{id}}`; null: it is a path. */
export function variableOf(path: string): string | null {
  return /^\{\{\s*([\w-]+)\s*\}\}$/.exec(path.trim())?.[1] ?? null;
}

/** What the columns that are variables give to a row, by name. */
export function rowValues(
  columns: readonly VariantColumn[],
  cells: readonly string[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  columns.forEach(({ path }, index) => {
    const name = variableOf(path);
    if (name !== null) values.set(name, cells[index] ?? '');
  });
  return values;
}

export interface Slot {
  /** From 0. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Of a member that is added: what is written before its value. */
  readonly lead?: string;
  /** The object that it is added to is empty. */
  readonly isFirst?: boolean;
}

/** Looks the paths up once, so that a thousand rows do not read the payload a thousand times. */
export function payloadFiller(payload: string, columns: readonly VariantColumn[]): PayloadFiller {
  const problems: ColumnProblem[] = [];
  const [fault] = columns.length === 0 ? [] : jsonProblems(payload, 1);
  if (fault)
    problems.push({
      column: null,
      message: `The payload is not JSON (line ${fault.line}, column ${fault.column}): ${fault.message}`,
    });
  const slots = fault ? [] : slotsOf(payload, columns, problems);
  const sources: PayloadFiller['sources'] = (cells) =>
    columns.map(({ type }, column) => {
      const made = cellJson(cells[column] ?? '', type);
      return made.ok ? made.source : null;
    });
  return {
    problems,
    slots,
    sources,
    added: new Set(slots.flatMap(({ column, lead }) => (lead === undefined ? [] : [column]))),
    check: (cells) =>
      columns.flatMap(({ type }, column) => {
        const made = cellJson(cells[column] ?? '', type);
        return made.ok ? [] : [{ column, message: made.message }];
      }),
    fill: (cells) => filled(payload, slots, sources(cells)),
  };
}

function filled(payload: string, slots: readonly Slot[], sources: readonly (string | null)[]): string {
  let rest = 0;
  let made = '';
  /** The empty object that has its first member already. */
  let begun = -1;
  for (const { column, start, end, lead = '', isFirst } of slots) {
    const source = sources[column] ?? null;
    if (source === null) continue;
    const comma = lead === '' || (isFirst && begun !== start) ? '' : ',';
    if (isFirst) begun = start;
    made += payload.slice(rest, start) + comma + lead + source;
    rest = end;
  }
  return made + payload.slice(rest);
}

function slotsOf(payload: string, columns: readonly VariantColumn[], problems: ColumnProblem[]): Slot[] {
  const tell = (column: number, message: string): void => {
    if (!problems.some((problem) => problem.column === column)) problems.push({ column, message });
  };
  const slots = columns.flatMap(({ path }, column) => {
    if (variableOf(path) !== null) return [];
    const found = placesOf(payload, path);
    if (typeof found === 'string') tell(column, found);
    return typeof found === 'string' ? [] : found.map((place) => ({ ...place, column }));
  });
  slots.sort((a, b) => a.start - b.start || b.end - a.end || a.column - b.column);
  const apart: Slot[] = [];
  for (const slot of slots) {
    const outer = outerOf(apart, slot);
    if (outer === undefined) apart.push(slot);
    else if (slot.column !== outer.column)
      tell(
        slot.column,
        `${columns[slot.column]?.path} lies within ${columns[outer.column]?.path}: both would replace the same value.`,
      );
  }
  return apart;
}

/** The slot that takes the place of another one, or adds the same member. The slots come in the order of the text. */
function outerOf(apart: readonly Slot[], slot: Slot): Slot | undefined {
  const last = apart.at(-1);
  if (last && slot.start < last.end) return last;
  return slot.lead === undefined
    ? undefined
    : apart.findLast(({ start, lead }) => start === slot.start && lead === slot.lead);
}

/** A text says why there are none. */
function placesOf(payload: string, path: string): Omit<Slot, 'column'>[] | string {
  if (path.trim() === '') return 'The path is missing. Write one such as $.order.id';
  const parsed = parseJsonPath(path.trim());
  if (!parsed.ok) return `${parsed.message} (at character ${parsed.at + 1})`;
  const places = findInJson(payload, parsed.path);
  if (places.length > 0) return places.map(({ start, end }) => ({ start, end }));
  const added = addedMembers(payload, parsed.path);
  if (added.length > 0) return added.map(({ at, isFirst, lead }) => ({ start: at, end: at, isFirst, lead }));
  return `The payload has nothing at ${path.trim()}, and no object right above it that it could be added to.`;
}
