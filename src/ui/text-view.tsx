import { useMemo, useRef } from 'react';
import './text-view.css';
import { jsonRowStates } from './json-row-states.ts';
import type { TextMarks } from './find-in-text.ts';
import { rowWindow } from './row-window.ts';
import { TextRow } from './text-row.tsx';
import { countLines, textRows } from './text-rows.ts';
import { useCharacterWidth } from './use-character-width.ts';
import { useScrollBox } from './use-scroll-box.ts';
import { useTextScroll } from './use-text-scroll.ts';
import { useTextSelection } from './use-text-selection.ts';

export interface TextViewProps {
  text: string;
  language: 'json' | 'plain';
  /** Lines break at the right edge; without it at 250 characters only. */
  wrap: boolean;
  label: string;
  /** What was found in the text; the current one is brought into sight. */
  marks?: TextMarks | null;
  /** Stays at the end of a text that grows, until it is scrolled up. */
  followEnd?: boolean;
  /** Told at each scroll of a text that is followed: whether it still is at its end. */
  onFollow?: (isAtEnd: boolean) => void;
}

/**
 * A read-only text of any size: only the rows in sight are in the document. It can be scrolled by keys, selected
 * (Ctrl+A means all of it) and copied exactly.
 */
export function TextView(props: TextViewProps) {
  const { text, language, wrap, label, marks = null, followEnd = false, onFollow } = props;
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const characterWidth = useCharacterWidth(boxRef);
  // Memos by measurement: counting and cutting 6 MB take 15 ms, too much for each frame of a scroll.
  const gutter = useMemo(() => Math.max(2, String(countLines(text, mostRows)).length), [text]);
  const columns = wrap
    ? columnsIn(box.width - paddingPx - gutter * characterWidth, characterWidth)
    : longestRow;
  const rows = useMemo(() => textRows(text, columns, mostRows + 1), [text, columns]);
  const stateOf = useMemo(() => jsonRowStates(rows), [rows]);
  const selection = useTextSelection(boxRef, rows);
  useTextScroll(boxRef, { rows, marks, followEnd, rowHeight, onFollow });
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
          <TextRow
            key={row}
            {...{ rows, row, gutter, marks }}
            insetPx={row * rowHeight}
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

/** In CSS pixels; also in text-view.css. */
const rowHeight = 20;
/** A row in sight is drawn whole, each token an element: longer ones would be felt. */
const longestRow = 250;
/** Browsers can't make a box higher than some 33 million pixels, Firefox 17. */
const mostRows = 850_000;

function columnsIn(widthPx: number, characterPx: number): number {
  return widthPx <= 0 ? 120 : Math.max(20, Math.floor(widthPx / characterPx));
}

/** Around the line numbers and after the text; also in text-view.css. */
const paddingPx = 28;
