import { useDeferredValue, useMemo } from 'react';
import { payloadText } from '../../documents/payload.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';
import { rowVariables } from '../../documents/row-variables.ts';
import type { VariableContext } from '../../documents/variables/evaluate.ts';
import { planRows, type PlannedRows } from '../../documents/variants/plan-rows.ts';
import type { VariantsTable } from '../../documents/variants/variants-table.ts';
import type { Draft } from '../../state/types.ts';
import { useStore } from '../../ui/use-store.ts';
import type { VariantsPort } from './variants-port.ts';

export interface VariantsPlan {
  /** What would be run, as far as it is known: keys come first where there are ten thousand rows. */
  plan: PlannedRows;
  /** What would be run now. */
  planNow: () => PlannedRows;
}

/** The chosen rows, all where none is, and what keeps them from being sent, variables without a value too. */
export function usePlan(
  { environments, context }: VariantsPort,
  { payload, variables }: Draft,
  { table, chosen }: { table: VariantsTable; chosen: ReadonlySet<number> | null },
): VariantsPlan {
  const environment = useStore(environments, (state) => state);
  const later = useDeferredValue(table);
  const plan = useMemo(
    () => planOf({ payload, table: later, chosen, context: variables ? context(environment) : null }),
    [payload, later, chosen, variables, context, environment],
  );
  const planNow = (): PlannedRows =>
    planOf({ payload, table, chosen, context: variables ? context(environments.getState()) : null });
  return { plan, planNow };
}

interface PlanOf {
  payload: PayloadDocument;
  table: VariantsTable;
  chosen: ReadonlySet<number> | null;
  /** null: texts that look like variables are sent as they are. */
  context: VariableContext | null;
}

function planOf({ payload: document, table, chosen, context }: PlanOf): PlannedRows {
  const payload = payloadText(document);
  const { columns } = table;
  return planRows(payload, table, {
    chosen,
    variables: context && ((filler) => rowVariables({ payload, columns, filler, context })),
  });
}
