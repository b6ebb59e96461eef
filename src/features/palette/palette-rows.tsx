import { useEffect, useRef } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import type { FoundEntries, PaletteEntry } from './filter-entries.ts';

export interface PaletteRowsProps {
  id: string;
  found: FoundEntries;
  active: number;
  onHighlight: (index: number) => void;
  onPick: (entry: PaletteEntry) => void;
}

/** What was found, by groups. The focus stays in the text box above, which has the keys. */
export function PaletteRows({ id, found, active, onHighlight, onPick }: PaletteRowsProps) {
  return (
    <>
      {found.flat.length === 0 && <p className="palette-none">Nothing has all of these words.</p>}
      <div
        role="listbox"
        id={id}
        tabIndex={-1}
        aria-label="Found"
        className="palette-list"
        // A press must not take the focus out of the text box.
        onPointerDown={(event) => event.preventDefault()}
      >
        {found.groups.map((group, groupIndex) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-group-${groupIndex}`}>
            <div id={`${id}-group-${groupIndex}`} role="presentation" className="palette-group">
              {group.name}
            </div>
            {group.entries.map((entry) => {
              const index = found.flat.indexOf(entry);
              return (
                <Row
                  key={entry.id}
                  id={`${id}-${index}`}
                  entry={entry}
                  highlighted={index === active}
                  onHighlight={() => onHighlight(index)}
                  onPick={() => onPick(entry)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

interface RowProps {
  id: string;
  entry: PaletteEntry;
  highlighted: boolean;
  onHighlight: () => void;
  onPick: () => void;
}

function Row({ id, entry, highlighted, onHighlight, onPick }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (highlighted) row.current?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  const detail = entry.unavailable ?? entry.detail;
  return (
    // The keys are the text box's (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={highlighted}
      aria-disabled={entry.unavailable !== undefined}
      data-highlighted={highlighted ? '' : undefined}
      className="popup-item palette-row"
      onPointerMove={onHighlight}
      onClick={onPick}
    >
      <span className="palette-label truncate">{entry.label}</span>
      {detail !== undefined && <span className="palette-detail truncate">{detail}</span>}
      {entry.keys !== undefined && (
        <span className="palette-keys" aria-hidden="true">
          <Kbd keys={entry.keys} />
        </span>
      )}
    </div>
  );
}
