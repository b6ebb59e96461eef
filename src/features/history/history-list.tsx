import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { RunSummary } from '../../state/history-types.ts';
import type { Favourite } from '../../state/stored-favourite.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { rowsInSight, rowTop, sectionsHeight, sectionTop } from '../../ui/sectioned-rows.ts';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import { HistoryRow } from './history-row.tsx';
import { dayHeight, daysOf, indexOfRun, runHeight } from './history-rows.ts';
import { dayWords } from './run-words.ts';
import './history-list.css';

export interface HistoryListProps {
  runs: readonly RunSummary[];
  favourites: ReadonlyMap<string, Favourite>;
  menu: (summary: RunSummary) => readonly MenuEntry[];
  onPress: (summary: RunSummary) => void;
  onDelete: (summary: RunSummary) => void;
  handleRef: Ref<HistoryListHandle>;
}

export interface HistoryListHandle {
  /** Puts the focus on the row it was on last, or the first. */
  focus: () => void;
}

/** Runs by day; only those in sight are in the document. Arrows, Page keys, Home and End go from row to row. */
export function HistoryList({ runs, favourites, menu, onPress, onDelete, handleRef }: HistoryListProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const [chosen, setChosen] = useState({ id: '', index: 0 });
  const wantsFocus = useRef(false);
  const current = indexOf(runs, chosen);
  const days = daysOf(runs);
  const list = { sections: days, headHeight: dayHeight, rowHeight: runHeight };
  const shown = rowsInSight(list, { ...box, pinned: current });

  function choose(index: number) {
    const next = Math.max(0, Math.min(index, runs.length - 1));
    setChosen({ id: runs[next]?.id ?? '', index: next });
    wantsFocus.current = true;
    const element = boxRef.current;
    if (!element) return;
    const top = next === 0 ? 0 : rowTop(list, next) - dayHeight;
    const below = rowTop(list, next) + runHeight - element.clientHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (below > element.scrollTop) element.scrollTop = below;
  }
  useImperativeHandle(handleRef, () => ({ focus: () => choose(current) }));
  // After each drawing: the row may have come with it.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = boxRef.current?.querySelector<HTMLElement>('[data-run][tabindex="0"]');
    if (row?.dataset['run'] !== chosen.id) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function handleKeyDown(event: KeyboardEvent) {
    const pageRows = Math.max(1, Math.floor(box.height / runHeight) - 1);
    const step = steps[event.key]?.(pageRows, runs.length);
    const summary = runs[current];
    if (step !== undefined) choose(current + step);
    else if (event.key === 'Delete' && summary) onDelete(summary);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
    } else return;
    event.preventDefault();
  }

  return (
    <div ref={boxRef} className="history-list-box">
      <ul className="history-list" aria-label="Runs" style={{ blockSize: sectionsHeight(list) }}>
        {shown.sections.map((number) => (
          <li
            key={days[number]?.startsAt}
            className="history-list-day"
            style={{ insetBlockStart: sectionTop(list, number) }}
          >
            {dayWords(days[number]?.startsAt ?? 0)}
            <span className="tabular">{days[number]?.count}</span>
          </li>
        ))}
        {shown.rows.map((index) => {
          const summary = runs[index];
          return (
            summary && (
              <HistoryRow
                key={summary.id}
                {...{ summary, menu, onPress }}
                name={favourites.get(summary.id)?.name ?? null}
                isCurrent={index === current}
                place={{ top: rowTop(list, index), number: index + 1, of: runs.length }}
                onKeyDown={handleKeyDown}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}

/** The row stays the same when others come before it; when it goes, the one in its place follows. */
function indexOf(runs: readonly RunSummary[], { id, index }: { id: string; index: number }): number {
  if (runs[index]?.id === id) return index;
  const found = indexOfRun(runs, id);
  return found === -1 ? Math.min(index, runs.length - 1) : found;
}

const steps: Readonly<Record<string, (pageRows: number, count: number) => number>> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (pageRows) => pageRows,
  PageUp: (pageRows) => -pageRows,
  Home: (_pageRows, count) => -count,
  End: (_pageRows, count) => count,
};
