import { useMemo, useRef } from 'react';
import './text-view.css';
import { jsonRowStates } from './json-row-states.ts';
import { jsonTokens } from './json-tokens.ts';
import type { JsonState } from './json-tokens.ts';
import { rowWindow } from './row-window.ts';
import { textRows } from './text-rows.ts';
import type { TextRows } from './text-rows.ts';
import { useCharacterWidth } from './use-character-width.ts';
import { useScrollBox } from './use-scroll-box.ts';
import { useTextSelection } from './use-text-selection.ts';

export interface TextViewProps {
  text: string;
  language: 'json' | 'plain';
  /** Lines break at the right edge; without it they break at 4,000 characters only. */
  wrap: boolean;
  label: string;
}

/**
 * A read-only text of any size: only the rows in sight are in the document. It can be scrolled by keys, selected
 * (Ctrl+A means all of it) and copied exactly.
 */
export function TextView({ text, language, wrap, label }: TextViewProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const characterWidth = useCharacterWidth(boxRef);
  const gutter = lineNumberColumns(text);
  const columns = wrap ? columnsIn(box.width, characterWidth, gutter) : longestRow;
  // Memo by measurement: 6 MB take 10 ms to cut, too much for each frame of a scroll.
  const rows = useMemo(() => textRows(text, columns), [text, columns]);
  const stateOf = useMemo(() => jsonRowStates(rows), [rows]);
  const selection = useTextSelection(boxRef, rows);
  const shown = rowWindow({
    ...box,
    rowHeight,
    count: Math.min(rows.count, mostRows),
    pinned: selection.pinned,
  });
  return (
    <div
      ref={boxRef}
      className="text-view mono"
      role="region"
      aria-label={label}
      tabIndex={0}
      data-all={selection.all ? '' : undefined}
      {...selection.handlers}
    >
      <div
        className="text-view-rows"
        style={{
          blockSize: Math.min(rows.count, mostRows) * rowHeight,
          minInlineSize: `calc(${gutter + rows.longest}ch + 2rem)`,
        }}
      >
        {shown.map((row) => (
          <Row
            key={row}
            rows={rows}
            row={row}
            gutter={gutter}
            state={language === 'json' ? stateOf(row) : null}
          />
        ))}
      </div>
      {rows.count > mostRows && (
        <p className="text-view-more">The rest is not shown: save the text to see all.</p>
      )}
    </div>
  );
}

interface RowProps {
  rows: TextRows;
  row: number;
  gutter: number;
  /** null: no colours. */
  state: JsonState | null;
}

function Row({ rows, row, gutter, state }: RowProps) {
  const text = rows.text.slice(rows.start(row), rows.end(row));
  return (
    <div className="text-view-row" data-row={row} style={{ insetBlockStart: row * rowHeight }}>
      <span className="text-view-number" aria-hidden="true" style={{ inlineSize: `${gutter}ch` }}>
        {rows.lineNumber(row)}
      </span>
      <span className="text-view-line" data-line="">
        {state === null
          ? text
          : jsonTokens(text, state).map((token, index) => (
              <span key={index} className={`text-view-token-${token.kind}`}>
                {token.text}
              </span>
            ))}
      </span>
    </div>
  );
}

/** In CSS pixels; also in text-view.css. */
const rowHeight = 20;
const longestRow = 4000;
/** Browsers can't make a box higher than some 33 million pixels, Firefox 17. */
const mostRows = 850_000;

function columnsIn(widthPx: number, characterPx: number, gutter: number): number {
  const columns = Math.floor((widthPx - 32) / characterPx) - gutter;
  return widthPx === 0 ? 120 : Math.max(20, columns);
}

/** Room for the line numbers: an upper bound by the text's length is cheaper than counting lines. */
function lineNumberColumns(text: string): number {
  return Math.max(2, Math.min(String(text.length).length, 7));
}
