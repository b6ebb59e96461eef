import { Search } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { VisibleText } from '../../ui/visible-text.tsx';
import type { FoundChoices } from './find-choices.ts';
import type { SampleChoice } from './sample-choice.ts';
import './sample-list.css';

export interface SampleListProps {
  query: string;
  onQuery: (query: string) => void;
  found: FoundChoices;
  /** Of the choice that is shown beside the list. */
  chosenId: string | null;
  onChoose: (id: string) => void;
  /** Enter: on to the form. */
  onEnter: () => void;
  /** What was typed before this came. */
  onFocus: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** One box over all events and presets. The arrow keys go through the list while the focus stays in the box. */
export function SampleList({
  query,
  onQuery,
  found,
  chosenId,
  onChoose,
  onEnter,
  onFocus,
  inputRef,
}: SampleListProps) {
  const listId = useId();
  const { flat } = found;
  const active = flat.findIndex(({ id }) => id === chosenId);
  const choose = (index: number): void => {
    const choice = flat[Math.max(0, Math.min(index, flat.length - 1))];
    if (choice) onChoose(choice.id);
  };
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || flat.length === 0) return;
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => choose(active === flat.length - 1 ? 0 : active + 1),
      ArrowUp: () => choose(active <= 0 ? flat.length - 1 : active - 1),
      PageDown: () => choose(active + pageRows),
      PageUp: () => choose(active - pageRows),
      Enter: onEnter,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  return (
    <div className="sample-list">
      <div className="field-box sample-list-search">
        <Search aria-hidden="true" />
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          className="field-input"
          aria-label="Search events and presets"
          placeholder="Search events and presets"
          aria-autocomplete="list"
          aria-expanded={flat.length > 0}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onFocus={onFocus}
          onKeyDown={handleKeyDown}
        />
      </div>
      <SampleRows {...{ listId, found, active, onChoose }} />
      <p role="status" className="visually-hidden">
        {flat.length === 0 ? 'Nothing found' : `${flat.length} found`}
      </p>
    </div>
  );
}

type SampleRowsProps = Pick<SampleListProps, 'found' | 'onChoose'> & { listId: string; active: number };

function SampleRows({ listId, found, active, onChoose }: SampleRowsProps) {
  return (
    <div
      role="listbox"
      id={listId}
      tabIndex={-1}
      aria-label="Events and presets"
      className="sample-list-rows"
      // A press must not take the focus out of the text box.
      onPointerDown={(event) => event.preventDefault()}
    >
      {found.groups.map((group, groupIndex) => (
        <div key={group.name} role="group" aria-labelledby={`${listId}-group-${groupIndex}`}>
          <div id={`${listId}-group-${groupIndex}`} role="presentation" className="sample-list-group">
            {group.name}
          </div>
          {group.choices.map((choice) => {
            const index = found.flat.indexOf(choice);
            return (
              <SampleRow
                key={choice.id}
                id={`${listId}-${index}`}
                choice={choice}
                chosen={index === active}
                onChoose={() => onChoose(choice.id)}
              />
            );
          })}
        </div>
      ))}
      {found.flat.length === 0 && <p className="sample-list-none">Nothing has all of these words.</p>}
      {found.hidden > 0 && (
        <p className="sample-list-none">{found.hidden} more presets: type on to find them.</p>
      )}
    </div>
  );
}

interface SampleRowProps {
  id: string;
  choice: SampleChoice;
  chosen: boolean;
  onChoose: () => void;
}

function SampleRow({ id, choice, chosen, onChoose }: SampleRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // The keys are the text box's (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      data-highlighted={chosen ? '' : undefined}
      className="popup-item"
      onClick={onChoose}
    >
      <span className="truncate">
        {choice.kind === 'event' ? choice.event.title : <VisibleText text={choice.preset.name} />}
      </span>
    </div>
  );
}

const pageRows = 8;
