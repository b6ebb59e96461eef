import { SquareArrowOutUpRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import type { ResultColumn } from './result-columns.ts';

export interface ResultRowProps {
  columns: readonly ResultColumn[];
  result: VariantResult;
  /** Its place in what is shown, from 0. */
  index: number;
  rowHeight: number;
  isCurrent: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

export function ResultRow(props: ResultRowProps) {
  const { columns, result, index, rowHeight, isCurrent, onFocus, onKeyDown, onOpen } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={isCurrent ? 0 : -1}
      className="results-table-line results-table-row"
      style={{ insetBlockStart: index * rowHeight }}
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
      data-label={column.label}
      data-number={column.isNumber || undefined}
      data-outcome={column.id === 'outcome' ? result.outcome : undefined}
      title={why ?? text}
    >
      {why === null ? text : <span className="dim">{why}</span>}
    </div>
  );
}
