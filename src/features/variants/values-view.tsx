import { useMemo, useRef, useState } from 'react';
import { rowValues } from '../../documents/variants/fill-payload.ts';
import type { PlannedRows, RowProblem } from '../../documents/variants/plan-rows.ts';
import type { Draft } from '../../state/types.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { FillRange } from './fill-range.tsx';
import { PasteRows } from './paste-rows.tsx';
import { RowProblems } from './row-problems.tsx';
import { RowsBar, type RowsPanel } from './rows-bar.tsx';
import type { VariantsEditing } from './use-variants.ts';
import { ValuesGrid, type GridHandle } from './values-grid.tsx';

export interface ValuesViewProps {
  draft: Draft;
  editing: VariantsEditing;
  plan: PlannedRows;
  selected: ReadonlySet<number>;
  onSelect: (rows: ReadonlySet<number>) => void;
  onVariables: (values: ReadonlyMap<string, string>) => void;
}

/** The table of values: where they go, the rows, and what is wrong with them. */
export function ValuesView({ draft, editing, plan, selected, onSelect, onVariables }: ValuesViewProps) {
  const [panel, setPanel] = useState<RowsPanel | null>(null);
  const grid = useRef<GridHandle>(null);
  const wrong = useMemo(() => problemWords(plan.problems), [plan.problems]);
  const { table } = editing;
  const opener = useRef<Element>(null);
  const done = (): void =>
    keepFocus(
      () => setPanel(null),
      () => opener.current instanceof HTMLElement && opener.current.focus(),
    );
  const faults = new Map(
    plan.filler.problems.flatMap(({ column, message }) =>
      column === null ? [] : [[column, message] as const],
    ),
  );
  return (
    <>
      <RowsBar
        {...editing}
        {...{ draft, selected, onSelect }}
        onPanel={(next) => {
          opener.current = document.activeElement;
          setPanel(next);
        }}
      />
      {panel === 'paste' && <PasteRows {...editing} onDone={done} />}
      {panel === 'range' && <FillRange {...editing} onDone={done} />}
      {table.columns.length > 0 ? (
        <>
          <RowProblems
            problems={plan.problems.filter(({ row, path }) => row !== null || path === null)}
            onPlace={({ row, path }) =>
              grid.current?.go({
                row: (row ?? 1) - 1,
                column: Math.max(
                  0,
                  table.columns.findIndex((column) => column.path === path),
                ),
              })
            }
            onVariables={({ row }) => onVariables(rowValues(table.columns, table.rows[(row ?? 1) - 1] ?? []))}
          />
          <ValuesGrid
            {...editing}
            {...{ selected, onSelect, faults, wrong }}
            added={plan.filler.added}
            handle={grid}
          />
          <details className="field-hint">
            <summary>How a cell goes into the payload</summary>
            Auto: a cell that is JSON goes in as it is spelled, any other as a string; an empty one keeps the
            payload’s own value. A path that the payload lacks is added behind the last member of the object
            above it, in rows that have a value. The rest of the payload stays byte for byte.
          </details>
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

/** What is wrong with each row, by its number from 0. */
function problemWords(problems: readonly RowProblem[]): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (const { row, message } of problems) {
    if (row === null) continue;
    const before = words.get(row - 1);
    words.set(row - 1, before === undefined ? message : `${before} ${message}`);
  }
  return words;
}
