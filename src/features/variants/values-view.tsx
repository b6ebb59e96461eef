import { useState } from 'react';
import type { PlannedRows } from '../../documents/variants/plan-rows.ts';
import type { Draft } from '../../state/types.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FillRange } from './fill-range.tsx';
import { PasteRows } from './paste-rows.tsx';
import { RowProblems } from './row-problems.tsx';
import { RowsBar, type RowsPanel } from './rows-bar.tsx';
import type { VariantsEditing } from './use-variants.ts';
import { ValuesGrid } from './values-grid.tsx';

export interface ValuesViewProps {
  draft: Draft;
  editing: VariantsEditing;
  plan: PlannedRows;
  selected: ReadonlySet<number>;
  onSelect: (rows: ReadonlySet<number>) => void;
}

/** The table of values: where they go, the rows, and what is wrong with them. */
export function ValuesView({ draft, editing, plan, selected, onSelect }: ValuesViewProps) {
  const [panel, setPanel] = useState<RowsPanel | null>(null);
  const { table } = editing;
  const done = (): void => setPanel(null);
  const faults = new Map(
    plan.filler.problems.flatMap(({ column, message }) =>
      column === null ? [] : [[column, message] as const],
    ),
  );
  return (
    <>
      <RowsBar {...editing} {...{ draft, selected, onSelect }} onPanel={setPanel} />
      {panel === 'paste' && <PasteRows {...editing} onDone={done} />}
      {panel === 'range' && <FillRange {...editing} onDone={done} />}
      {table.columns.length > 0 ? (
        <>
          <RowProblems problems={plan.problems.filter(({ row, path }) => row !== null || path === null)} />
          <ValuesGrid {...editing} {...{ selected, onSelect, faults }} added={plan.filler.added} />
          <p className="field-hint">
            Auto: a cell that is JSON goes in as it is spelled, any other as a string; an empty one keeps the
            payload’s own value. A path that the payload lacks is added behind the last member of the object
            above it, in rows that have a value. The rest of the payload stays byte for byte.
          </p>
        </>
      ) : (
        panel === null && (
          <EmptyState title="No values yet">
            A column is a value in the payload, a row is one run. Add a column by its path, take the one at
            the payload’s caret, or paste rows from a spreadsheet, CSV or JSON lines.
          </EmptyState>
        )
      )}
    </>
  );
}
