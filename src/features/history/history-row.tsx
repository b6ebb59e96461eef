import { EllipsisVertical, Star } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { RunSummary } from '../../state/history-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { durationWords, outcomeNames, shownOutcome, targetOf } from './run-words.ts';

export interface HistoryRowProps {
  summary: RunSummary;
  /** Its name as a favourite. */
  name: string | null;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  place: { top: number; number: number; of: number };
  menu: (summary: RunSummary) => readonly MenuEntry[];
  /** A press on it. */
  onPress: (summary: RunSummary) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A run in two lines: what was invoked and when, what came of it and how long it took. */
export function HistoryRow({ summary, name, isCurrent, place, menu, onPress, onKeyDown }: HistoryRowProps) {
  const outcome = shownOutcome(summary);
  const { roundTripMs, startedAt } = summary;
  return (
    <li
      className="history-row"
      style={{ insetBlockStart: place.top }}
      aria-setsize={place.of}
      aria-posinset={place.number}
    >
      <button
        type="button"
        className="history-row-open"
        data-run={summary.id}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => onPress(summary)}
        onKeyDown={onKeyDown}
        title={`${name ?? targetOf(summary)} · opens as a draft, nothing is sent`}
      >
        <span className="history-row-mark" data-outcome-mark={outcome} />
        <span className="truncate">
          {name === null ? (
            targetOf(summary)
          ) : (
            <>
              <Star className="history-row-star" aria-label="Favourite" /> <bdi>{name}</bdi>
            </>
          )}
        </span>{' '}
        <time className="history-row-time tabular" dateTime={new Date(startedAt).toISOString()}>
          {new Date(startedAt).toLocaleTimeString()}
        </time>
        <span className="history-row-more truncate dim">
          {outcomeNames[outcome]}
          {roundTripMs !== null && ` · ${durationWords(roundTripMs)}`}
          {name !== null && ` · ${targetOf(summary)}`}
        </span>
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="small"
            label={`More for ${targetOf(summary)}`}
            tabIndex={isCurrent ? 0 : -1}
            icon={<EllipsisVertical aria-hidden="true" />}
          />
        }
        items={menu(summary)}
      />
    </li>
  );
}
