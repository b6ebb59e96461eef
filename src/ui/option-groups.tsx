import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './option-groups.css';

export interface OptionGroup<Item> {
  name: string;
  items: readonly Item[];
}

export interface OptionGroupsProps<Item extends { id: string }> {
  /** Of the list. Its options are `<id>-0` and so on, in the order of the arrow keys. */
  id: string;
  label: string;
  className: string;
  optionClassName?: string;
  groups: readonly OptionGroup<Item>[];
  /** The number of the option that the keys stand on; -1 for none. */
  active: number;
  onPick: (item: Item) => void;
  /** The pointer goes over an option. */
  onHighlight?: (index: number) => void;
  isDisabled?: (item: Item) => boolean;
  children: (item: Item) => ReactNode;
  /** Under the last group. */
  footer?: ReactNode;
}

/** What a search box has found, by groups. The focus stays in the box, which has the keys (aria-activedescendant). */
export function OptionGroups<Item extends { id: string }>(props: OptionGroupsProps<Item>) {
  const { id, label, className, groups, footer } = props;
  const flat = groups.flatMap(({ items }) => items);
  return (
    <div
      role="listbox"
      id={id}
      tabIndex={-1}
      aria-label={label}
      className={className}
      // A press must not take the focus out of the text box.
      onPointerDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, items }, at) => (
        <div key={name} role="group" aria-labelledby={`${id}-group-${at}`}>
          <div id={`${id}-group-${at}`} role="presentation" className="option-groups-name">
            {name}
          </div>
          {items.map((item) => (
            <Option key={item.id} {...props} item={item} index={flat.indexOf(item)} />
          ))}
        </div>
      ))}
      {footer}
    </div>
  );
}

type OptionProps<Item extends { id: string }> = OptionGroupsProps<Item> & { item: Item; index: number };

function Option<Item extends { id: string }>(props: OptionProps<Item>) {
  const { id, item, index, active, onPick, onHighlight, isDisabled, optionClassName, children } = props;
  const isActive = index === active;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The keys are the text box's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={isDisabled?.(item)}
      data-highlighted={isActive ? '' : undefined}
      className={classNames('popup-item', optionClassName)}
      onPointerMove={onHighlight && (() => onHighlight(index))}
      onClick={() => onPick(item)}
    >
      {children(item)}
    </div>
  );
}
