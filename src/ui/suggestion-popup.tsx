import { useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import type { Suggestion } from './filter-suggestions.ts';
import { usePopup } from './use-popup.ts';
import type { SuggestionList } from './use-suggestions.ts';

interface SuggestionPopupProps {
  id: string;
  label: string;
  list: SuggestionList;
  anchor: () => Element | null;
}

/** The list below a combobox, in the browser's top layer. */
export function SuggestionPopup({ id, label, list, anchor }: SuggestionPopupProps) {
  const popupRef = useRef<HTMLDivElement>(null);
  usePopup(popupRef, anchor, { side: 'bottom', align: 'start', matchWidth: true });
  const { groups, hidden } = list.matches;
  return (
    // The focus must stay in the text box while a proposal is pressed.
    <div
      ref={popupRef}
      popover="manual"
      className="popup combobox-popup"
      onPointerDown={(event) => event.preventDefault()}
    >
      <div role="listbox" id={id} aria-label={label}>
        {groups.map((group, groupIndex) => (
          <div
            key={group.name}
            role={group.name === '' ? 'presentation' : 'group'}
            aria-labelledby={group.name === '' ? undefined : `${id}-group-${groupIndex}`}
          >
            {group.name !== '' && (
              <div id={`${id}-group-${groupIndex}`} role="presentation" className="combobox-group">
                {group.name}
              </div>
            )}
            {group.items.map(({ suggestion, index }) => (
              <Option key={index} id={`${id}-${index}`} suggestion={suggestion} index={index} list={list} />
            ))}
          </div>
        ))}
      </div>
      {hidden > 0 && <div className="combobox-more">{hidden} more: type to narrow</div>}
    </div>
  );
}

interface OptionProps {
  id: string;
  suggestion: Suggestion;
  index: number;
  list: SuggestionList;
}

function Option({ id, suggestion, index, list }: OptionProps) {
  const highlighted = index === list.active;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (highlighted) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  return (
    // The keys are the text box's (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={highlighted}
      data-highlighted={highlighted ? '' : undefined}
      className={classNames('popup-item', 'combobox-option')}
      onPointerMove={() => list.highlight(index)}
      onClick={() => list.pick(suggestion)}
    >
      <span className="truncate">{suggestion.label ?? suggestion.value}</span>
      {suggestion.detail !== undefined && (
        <span className="combobox-detail truncate">{suggestion.detail}</span>
      )}
    </div>
  );
}
