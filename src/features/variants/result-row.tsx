import { ListChecks, SquareArrowOutUpRight } from 'lucide-react';
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
  onExpect: OnExpect;
}

/** A value that a row's response has at a chosen path is to be expected of each run. */
export type OnExpect = (at: readonly [path: string, source: string]) => void;

export function ResultRow(props: ResultRowProps) {
  const { columns, result, index, rowHeight, isCurrent, onFocus, onKeyDown, onOpen, onExpect } = props;
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
        <Cell key={column.id} {...{ column, result, isCurrent, onExpect }} />
      ))}
    </div>
  );
}

/** What is missing says why. */
type CellProps = Pick<ResultRowProps, 'result' | 'isCurrent' | 'onExpect'> & { column: ResultColumn };

function Cell({ column, result, isCurrent, onExpect }: CellProps) {
  const text = column.text(result);
  const at = expectable(column, result);
  const why = text === '' ? (column.why?.(result) ?? null) : null;
  return (
    <div
      role="gridcell"
      className="results-table-cell truncate"
      data-label={column.label}
      data-number={column.isNumber || undefined}
      data-outcome={column.id === 'outcome' ? result.outcome : undefined}
      title={why ?? text}
      aria-label={at ? text : undefined}
    >
      {why === null ? text : <span className="dim">{why}</span>}
      {at && (
        <button
          type="button"
          className="button button-ghost icon-button icon-button-small results-table-expect"
          aria-label={`Expect ${at[0]} of row ${result.row}`}
          title="Expect this value of each run"
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => onExpect(at)}
        >
          <ListChecks aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** Of a chosen column: where its value stands in the response, and as it is spelled there. */
function expectable({ field }: ResultColumn, { fields }: VariantResult): Parameters<OnExpect>[0] | null {
  const source = field === undefined ? null : (fields[field] ?? null);
  return field === undefined || source === null || source.length > mostExpected ? null : [field, source];
}

/** Characters of a value that an expectation may hold (documents/expectations). */
const mostExpected = 100_000;
