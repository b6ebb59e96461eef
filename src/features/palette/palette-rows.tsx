import { Kbd } from '../../ui/kbd.tsx';
import { OptionGroups } from '../../ui/option-groups.tsx';
import type { FoundEntries, PaletteEntry } from './filter-entries.ts';

export interface PaletteRowsProps {
  id: string;
  found: FoundEntries;
  active: number;
  onHighlight: (index: number) => void;
  onPick: (entry: PaletteEntry) => void;
}

/** What was found, by groups. */
export function PaletteRows({ id, found, active, onHighlight, onPick }: PaletteRowsProps) {
  return (
    <>
      {found.flat.length === 0 && <p className="palette-none">Nothing has all of these words.</p>}
      <OptionGroups
        {...{ id, active, onHighlight, onPick }}
        label="Found"
        className="palette-list"
        optionClassName="palette-row"
        groups={found.groups}
        isDisabled={({ unavailable }) => unavailable !== undefined}
      >
        {(entry) => <Words entry={entry} />}
      </OptionGroups>
    </>
  );
}

function Words({ entry: { label, detail, unavailable, keys } }: { entry: PaletteEntry }) {
  const dim = unavailable ?? detail;
  return (
    <>
      <span className="palette-label truncate">{label}</span>
      {dim !== undefined && <span className="palette-detail truncate">{dim}</span>}
      {keys !== undefined && (
        <span className="palette-keys" aria-hidden="true">
          <Kbd keys={keys} />
        </span>
      )}
    </>
  );
}
