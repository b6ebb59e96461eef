import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { rowWindow } from '../../ui/row-window.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import { gridRowHeight, resultCardHeight } from './grid-size.ts';
import type { ResultColumn } from './result-columns.ts';
import { ResultRow, type OnExpect } from './result-row.tsx';
import type { ResultSort } from './sort-results.ts';
import './table-box.css';
import './results-table.css';

export interface ResultsTableProps {
  columns: readonly ResultColumn[];
  /** Sorted and filtered. */
  results: readonly VariantResult[];
  sort: ResultSort;
  onSort: (sort: ResultSort) => void;
  onOpen: (result: VariantResult) => void;
  onExpect: OnExpect;
  onRemoveField: (path: string) => void;
}

/** The results; only the rows in sight are in the document. Arrows go from row to row, Enter opens one as a run. */
export function ResultsTable(props: ResultsTableProps) {
  const { columns, results, sort, onSort, onOpen, onExpect, onRemoveField } = props;
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const focused = Math.min(current, Math.max(0, results.length - 1));
  const isNarrow = useMedia('(width < 40rem)');
  const rowHeight = isNarrow ? resultCardHeight(columns.length) : gridRowHeight;
  const shown = rowWindow({ ...box, rowHeight, count: results.length, pinned: [focused] });

  function go(to: number) {
    const row = Math.max(0, Math.min(to, results.length - 1));
    wantsFocus.current = true;
    setCurrent(row);
    const element = boxRef.current;
    if (!element) return;
    const top = row * rowHeight;
    // Below the names of the columns.
    const inSight = element.clientHeight - gridRowHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + inSight) element.scrollTop = top - inSight;
  }
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = boxRef.current?.querySelector<HTMLElement>(`[aria-rowindex="${focused + 2}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function handleKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    const result = results[focused];
    if (step !== undefined) go(focused + step);
    else if (event.key === 'Enter' && result && event.target === event.currentTarget) onOpen(result);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={boxRef} className="variants-table-box results-table-box" tabIndex={-1}>
      <div
        role="grid"
        aria-label="Results"
        aria-rowcount={results.length + 1}
        aria-colcount={columns.length + 1}
      >
        <div role="rowgroup" className="results-table-head">
          <div role="row" aria-rowindex={1} className="results-table-line">
            <div role="columnheader">
              <span className="visually-hidden">Open</span>
            </div>
            {columns.map((column) => (
              <HeadCell key={column.id} {...{ column, sort, onSort, onRemoveField }} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="results-table-rows" style={{ blockSize: results.length * rowHeight }}>
          {shown.map((index) => {
            const result = results[index];
            return (
              result && (
                <ResultRow
                  key={result.runId}
                  {...{ columns, result, index, rowHeight, onExpect }}
                  isCurrent={index === focused}
                  onFocus={() => setCurrent(index)}
                  onKeyDown={handleKeyDown}
                  onOpen={() => onOpen(result)}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeadCellProps extends Pick<ResultsTableProps, 'sort' | 'onSort' | 'onRemoveField'> {
  column: ResultColumn;
}

function HeadCell({ column: { id, label, isNumber, field }, sort, onSort, onRemoveField }: HeadCellProps) {
  const isSorted = sort.column === id;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? direction : 'none'}
      className="results-table-name"
      data-number={isNumber || undefined}
    >
      <button
        type="button"
        title={label}
        onClick={() => onSort({ column: id, descending: isSorted && !sort.descending })}
      >
        <span className="truncate">{label}</span>
        {isSorted && (sort.descending ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />)}
      </button>
      {field !== undefined && (
        <IconButton
          size="small"
          label={`Remove column ${field}`}
          icon={<X aria-hidden="true" />}
          onClick={() => onRemoveField(field)}
        />
      )}
    </div>
  );
}

const pageRows = 12;

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
  Home: -Infinity,
  End: Infinity,
};
