import { findInJson, type JsonPlace } from '../json-path-find.ts';
import { parseJsonPath } from '../json-path.ts';
import { jsonProblems } from '../json-problems.ts';
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
  /** What keeps this row from being sent. */
  check: (cells: readonly string[]) => readonly CellProblem[];
  /** The payload of a row that has no problems; every character outside the replaced values stays. */
  fill: (cells: readonly string[]) => string;
}

/** The name of a variable that a column gives its values to, as in `{{id}}`; null: it is a path. */
export function variableOf(path: string): string | null {
  return /^\{\{\s*([\w-]+)\s*\}\}$/.exec(path.trim())?.[1] ?? null;
}

interface Slot {
  column: number;
  start: number;
  end: number;
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
  return {
    problems,
    check: (cells) =>
      columns.flatMap(({ type }, column) => {
        const made = cellJson(cells[column] ?? '', type);
        return made.ok ? [] : [{ column, message: made.message }];
      }),
    fill(cells) {
      const sources = columns.map(({ type }, column) => {
        const made = cellJson(cells[column] ?? '', type);
        return made.ok ? made.source : null;
      });
      let rest = 0;
      let made = '';
      for (const { column, start, end } of slots) {
        const source = sources[column];
        if (source === null || source === undefined) continue;
        made += payload.slice(rest, start) + source;
        rest = end;
      }
      return made + payload.slice(rest);
    },
  };
}

function slotsOf(payload: string, columns: readonly VariantColumn[], problems: ColumnProblem[]): Slot[] {
  const slots = columns.flatMap(({ path }, column) => {
    if (variableOf(path) !== null) return [];
    const found = placesOf(payload, path);
    if (found.places.length === 0) problems.push({ column, message: found.message });
    return found.places.map(({ start, end }) => ({ column, start, end }));
  });
  slots.sort((a, b) => a.start - b.start || b.end - a.end);
  let outer: Slot | null = null;
  const apart: Slot[] = [];
  for (const slot of slots) {
    if (outer === null || slot.start >= outer.end) {
      outer = slot;
      apart.push(slot);
    } else if (slot.column !== outer.column && !problems.some(({ column }) => column === slot.column)) {
      const message = `${columns[slot.column]?.path} lies within ${columns[outer.column]?.path}: both would replace the same value.`;
      problems.push({ column: slot.column, message });
    }
  }
  return apart;
}

/** `message` says why there are none. */
function placesOf(payload: string, path: string): { places: readonly JsonPlace[]; message: string } {
  if (path.trim() === '') return { places: [], message: 'The path is missing. Write one such as $.order.id' };
  const parsed = parseJsonPath(path.trim());
  if (!parsed.ok) return { places: [], message: `${parsed.message} (at character ${parsed.at + 1})` };
  return {
    places: findInJson(payload, parsed.path),
    message: `The payload has nothing at ${path.trim()}. Add it there first: its value is replaced.`,
  };
}
