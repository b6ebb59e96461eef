import type { VariableContext } from './variables/evaluate.ts';
import { expandVariables, valueInPlace } from './variables/expand-variables.ts';
import { variableUses, type VariableUse } from './variables/variable-uses.ts';
import { rowValues, type PayloadFiller, type Slot } from './variants/fill-payload.ts';
import type { RowVariableFault, RowVariables } from './variants/plan-rows.ts';
import type { VariantColumn } from './variants/variants-table.ts';

export interface RowVariablesInput {
  payload: string;
  columns: readonly VariantColumn[];
  filler: PayloadFiller;
  context: VariableContext;
}

/**
 * Finds the variables of the payload once, and evaluates for each row what it changes: its own values, and what of the
 * payload depends on them. Says what expanding each row's whole payload would say.
 */
export function rowVariables({ payload, columns, filler, context }: RowVariablesInput): RowVariables {
  const names = rowValues(columns, []);
  const leads = leadsOf(filler.slots);
  const always: RowVariableFault[] = [];
  const varying: PlacedUse[] = [];
  for (const use of usesIn(payload, filler.slots)) {
    const isOfRow = use.column !== null || names.has(use.expression.split('|')[0]?.trim() ?? '');
    if (isOfRow) varying.push(use);
    else always.push(...faultOf(use, context));
  }
  return {
    always,
    check(cells) {
      const sources = filler.sources(cells);
      const ofRow = { ...context, values: rowValues(columns, cells) };
      const kept = varying.filter(({ column }) => column === null || sources[column] === null);
      return [
        ...kept.flatMap((use) => faultOf(use, ofRow)),
        ...sources.flatMap((source, column) => {
          const lead = leads.get(column);
          if (source === null || lead === undefined) return [];
          const [first] = expandVariables(lead + source, ofRow).problems;
          return first ? [{ column, message: first.message }] : [];
        }),
      ];
    },
  };
}

interface PlacedUse extends VariableUse {
  /** Whose values take its place, from 0; null: it stays in each row. */
  column: number | null;
}

/** Each once, however often it stands there. */
function usesIn(payload: string, slots: readonly Slot[]): PlacedUse[] {
  const found = new Map<string, PlacedUse>();
  let next = 0;
  for (const use of variableUses(payload)) {
    while ((slots[next]?.end ?? Infinity) <= use.start) next += 1;
    const slot = slots[next];
    const column = slot && slot.start <= use.start ? slot.column : null;
    const key = `${column} ${use.isAlone} ${use.expression}`;
    if (!found.has(key)) found.set(key, { ...use, column });
  }
  return [...found.values()];
}

/** What is written before the values of each column that has a place: names of members that it adds. */
function leadsOf(slots: readonly Slot[]): ReadonlyMap<number, string> {
  const leads = new Map<number, string>();
  for (const { column, lead = '' } of slots) if (!leads.has(column)) leads.set(column, lead);
  return leads;
}

function faultOf(use: PlacedUse, context: VariableContext): RowVariableFault[] {
  const made = valueInPlace(use, context);
  return made.ok ? [] : [{ column: use.column, message: made.message }];
}
