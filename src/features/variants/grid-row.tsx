import type { ClipboardEvent } from 'react';
import { readCsv } from '../../documents/variants/read-csv.ts';
import type { VariantColumn } from '../../documents/variants/variants-table.ts';
import { placeAfterKey, type GridPlace } from './grid-keys.ts';
import { gridRowHeight } from './grid-size.ts';

export interface GridRowProps {
  /** From 0. */
  row: number;
  columns: readonly VariantColumn[];
  /** undefined: the row that is there to be typed into. */
  cells: readonly string[] | undefined;
  /** What keeps it from being sent. */
  problem: string | undefined;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  onCell: (column: number, text: string) => void;
  /** A block was pasted, its first cell here. */
  onBlock: (column: number, block: readonly (readonly string[])[]) => void;
  onFocus: (column: number) => void;
  onGo: (place: GridPlace) => void;
}

export function GridRow({ row, columns, cells, problem, isSelected, onSelect, ...rest }: GridRowProps) {
  const number = row + 1;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      className="values-grid-row"
      style={{ insetBlockStart: row * gridRowHeight }}
    >
      <div
        role="rowheader"
        className="values-grid-number tabular"
        data-wrong={problem !== undefined || undefined}
        title={problem}
      >
        {cells === undefined ? (
          <span aria-label="New row">+</span>
        ) : (
          <label>
            <input
              type="checkbox"
              aria-label={`Row ${number}`}
              title={problem}
              checked={isSelected}
              onChange={(event) => onSelect(event.target.checked)}
            />
            {number}
          </label>
        )}
      </div>
      {columns.map(({ path }, column) => (
        <div key={column} role="gridcell" className="values-grid-cell">
          <input
            className="mono"
            spellCheck={false}
            autoComplete="off"
            data-cell={`${row}:${column}`}
            aria-label={cells === undefined ? `New row, ${path}` : `Row ${number}, ${path}`}
            value={cells?.[column] ?? ''}
            onChange={(event) => rest.onCell(column, event.target.value)}
            onFocus={() => rest.onFocus(column)}
            onPaste={(event) => pasteBlockOf(event, (block) => rest.onBlock(column, block))}
            onKeyDown={(event) => {
              const place = placeAfterKey(event, { row, column });
              if (place === null) return;
              event.preventDefault();
              rest.onGo(place);
            }}
          />
        </div>
      ))}
    </div>
  );
}

/** One value is pasted into the text as anywhere; several cells become a block. */
function pasteBlockOf(event: ClipboardEvent, onBlock: (block: readonly (readonly string[])[]) => void): void {
  const text = event.clipboardData.getData('text/plain');
  const isBlock = /[\t\r\n]/.test(text.replace(/\r?\n$/, ''));
  if (!isBlock) return;
  event.preventDefault();
  onBlock(readCsv(text, '\t'));
}
