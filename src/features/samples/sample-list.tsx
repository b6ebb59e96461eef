import { Search } from 'lucide-react';
import { useId, type KeyboardEvent, type Ref } from 'react';
import { OptionGroups } from '../../ui/option-groups.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import type { FoundChoices } from './find-choices.ts';
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
      <OptionGroups
        id={listId}
        label="Events and presets"
        className="sample-list-rows"
        groups={found.groups}
        active={active}
        onPick={({ id }) => onChoose(id)}
        footer={<Missing found={found} />}
      >
        {(choice) => (
          <span className="truncate">
            {choice.kind === 'event' ? choice.event.title : <VisibleText text={choice.preset.name} />}
          </span>
        )}
      </OptionGroups>
      <p role="status" className="visually-hidden">
        {flat.length === 0 ? 'Nothing found' : `${flat.length} found`}
      </p>
    </div>
  );
}

function Missing({ found: { flat, hidden } }: Pick<SampleListProps, 'found'>) {
  return (
    <>
      {flat.length === 0 && <p className="sample-list-none">Nothing has all of these words.</p>}
      {hidden > 0 && <p className="sample-list-none">{hidden} more presets: type on to find them.</p>}
    </>
  );
}

const pageRows = 8;
