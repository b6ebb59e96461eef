import { markTokens, type TextMarks } from './find-in-text.ts';
import { jsonTokens, type JsonState } from './json-tokens.ts';
import type { TextRows } from './text-rows.ts';
import { VisibleText } from './visible-text.tsx';

export interface TextRowProps {
  rows: TextRows;
  row: number;
  /** Digits of the longest line number. */
  gutter: number;
  insetPx: number;
  /** null: no colours. */
  state: JsonState | null;
  marks: TextMarks | null;
}

/** One row of a text view: its line number and its tokens, what was found in them marked. */
export function TextRow({ rows, row, gutter, insetPx, state, marks }: TextRowProps) {
  const start = rows.start(row);
  const text = rows.text.slice(start, rows.end(row));
  const tokens = state === null ? [{ kind: 'plain', text }] : jsonTokens(text, state);
  return (
    <div className="text-view-row" data-row={row} data-start={start} style={{ insetBlockStart: insetPx }}>
      <span className="text-view-number" aria-hidden="true" style={{ inlineSize: `${gutter}ch` }}>
        {rows.lineNumber(row)}
      </span>
      <span className="text-view-line" data-line="">
        {marks === null
          ? tokens.map((token, index) => (
              <span key={index} className={`text-view-token-${token.kind}`}>
                <VisibleText text={token.text} />
              </span>
            ))
          : markTokens(tokens, start, marks).map(({ token, text: part, mark }, index) => (
              <span key={index} className={`text-view-token-${token.kind}`} data-mark={mark}>
                <VisibleText text={part} />
              </span>
            ))}
      </span>
    </div>
  );
}
