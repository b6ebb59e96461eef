import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { pasteBlock, setCell } from '../../documents/variants/table-edits.ts';
import { rowWindow } from '../../ui/row-window.ts';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import type { GridPlace } from './grid-keys.ts';
import { gridRowHeight } from './grid-size.ts';
import type { VariantsEditing } from './use-variants.ts';
import './table-box.css';
import './values-grid.css';

export interface GridHandle {
  /** Puts the focus into a cell. */
  go: (place: GridPlace) => void;
}

export interface ValuesGridProps extends VariantsEditing {
  selected: ReadonlySet<number>;
  onSelect: (rows: ReadonlySet<number>) => void;
  /** What is wrong with a column, by its place. */
  faults: ReadonlyMap<number, string>;
  /** Columns that the payload has no value for yet. */
  added: ReadonlySet<number>;
  /** What keeps a row from being sent, by its number from 0. */
  wrong: ReadonlyMap<number, string>;
  handle?: Ref<GridHandle>;
}

/**
 * The rows as a grid of text boxes; only those in sight are in the document. The row behind the last one is there to
 * be typed into. Arrows and Enter go from row to row, Tab from cell to cell; a block of a spreadsheet is pasted whole.
 */
export function ValuesGrid(props: ValuesGridProps) {
  const { table, change, selected, onSelect, wrong } = props;
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const [current, setCurrent] = useState<GridPlace>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const count = table.rows.length + 1;
  const shown = rowWindow({ ...box, rowHeight: gridRowHeight, count, pinned: [current.row] });

  function go(place: GridPlace) {
    const row = Math.max(0, Math.min(place.row, count - 1));
    const column = Math.max(0, Math.min(place.column, table.columns.length - 1));
    wantsFocus.current = true;
    setCurrent({ row, column });
    const element = boxRef.current;
    if (!element) return;
    const top = row * gridRowHeight;
    const inSight = element.clientHeight - headHeight(element) - gridRowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + inSight) element.scrollTop = top - inSight;
  }
  useImperativeHandle(props.handle, () => ({ go }));
  // After each drawing: the cell may have come with it.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = boxRef.current?.querySelector<HTMLInputElement>(
      `[data-cell="${current.row}:${current.column}"]`,
    );
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.select();
  });

  return (
    <div ref={boxRef} className="variants-table-box" tabIndex={-1}>
      <div
        role="grid"
        aria-label="Rows of values"
        aria-rowcount={count + 1}
        aria-colcount={table.columns.length + 1}
      >
        <GridHead {...props} />
        <div role="rowgroup" className="values-grid-rows" style={{ blockSize: count * gridRowHeight }}>
          {shown.map((row) => (
            <GridRow
              key={row}
              {...{ row, columns: table.columns }}
              cells={table.rows[row]}
              problem={wrong.get(row)}
              isSelected={selected.has(row)}
              onSelect={(isSelected) => onSelect(withRow(selected, row, isSelected))}
              onCell={(column, text) => change((now) => setCell(now, { row, column }, text))}
              onBlock={(column, block) => {
                change((now) => pasteBlock(now, { row, column }, block));
                go({ row: row + block.length - 1, column });
              }}
              onFocus={(column) => setCurrent({ row, column })}
              onGo={go}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function headHeight(box: HTMLElement): number {
  return box.querySelector('.values-grid-head')?.clientHeight ?? 0;
}

function withRow(rows: ReadonlySet<number>, row: number, isSelected: boolean): ReadonlySet<number> {
  const changed = new Set(rows);
  if (isSelected) changed.add(row);
  else changed.delete(row);
  return changed;
}
