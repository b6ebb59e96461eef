import { SquareArrowOutUpRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import { gridRowHeight } from './grid-size.ts';
import type { ResultColumn } from './result-columns.ts';

export interface ResultRowProps {
  columns: readonly ResultColumn[];
  result: VariantResult;
  /** Its place in what is shown, from 0. */
  index: number;
  isCurrent: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

export function ResultRow({ columns, result, index, isCurrent, onFocus, onKeyDown, onOpen }: ResultRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={isCurrent ? 0 : -1}
      className="results-table-line results-table-row"
      style={{ insetBlockStart: index * gridRowHeight }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <div role="gridcell">
        <button
          type="button"
          className="button button-ghost icon-button icon-button-small"
          aria-label={`Open row ${result.row} as a run`}
          title="Open as a run"
          tabIndex={isCurrent ? 0 : -1}
          onClick={onOpen}
        >
          <SquareArrowOutUpRight aria-hidden="true" />
        </button>
      </div>
      {columns.map((column) => (
        <Cell key={column.id} {...{ column, result }} />
      ))}
    </div>
  );
}

/** What is missing says why. */
function Cell({ column, result }: { column: ResultColumn; result: VariantResult }) {
  const text = column.text(result);
  const why = text === '' ? (column.why?.(result) ?? null) : null;
  return (
    <div
      role="gridcell"
      className="results-table-cell truncate"
      data-number={column.isNumber || undefined}
      data-outcome={column.id === 'outcome' ? result.outcome : undefined}
      title={why ?? text}
    >
      {why === null ? text : <span className="dim">{why}</span>}
    </div>
  );
}
