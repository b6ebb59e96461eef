import { Search } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { filterEntries, type PaletteEntry } from './filter-entries.ts';
import './palette-dialog.css';
import { PaletteRows } from './palette-rows.tsx';

export interface PaletteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The accessible name of the dialog. */
  title: string;
  /** What can be found, as the text box says it. */
  placeholder: string;
  entries: readonly PaletteEntry[];
  /** What was typed between the call for the palette and its coming. */
  takeEarlyKeys: () => string;
}

/** A box to find and do everything by typing a part of its name. */
export function PaletteDialog({ open, onOpenChange, title, ...search }: PaletteDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<PaletteEntry | null>(null);
  return (
    <Dialog
      bare
      open={open}
      onOpenChange={onOpenChange}
      onClosed={() => {
        // Only now has the focus gone back, from where the action may move it on.
        const entry = chosen.current;
        chosen.current = null;
        entry?.run();
      }}
      title={title}
      initialFocus={input}
    >
      <PaletteSearch
        inputRef={input}
        {...search}
        onPick={(entry) => {
          chosen.current = entry;
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

interface PaletteSearchProps extends Pick<PaletteDialogProps, 'placeholder' | 'entries' | 'takeEarlyKeys'> {
  inputRef: { current: HTMLInputElement | null };
  onPick: (entry: PaletteEntry) => void;
}

function PaletteSearch({ inputRef, placeholder, entries, takeEarlyKeys, onPick }: PaletteSearchProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(0);
  const found = filterEntries(entries, query);
  const count = found.flat.length;
  const active = Math.min(wanted, count - 1);

  function pick(entry: PaletteEntry | undefined): void {
    if (entry !== undefined && entry.unavailable === undefined) onPick(entry);
  }

  function takeEarly(): void {
    const [early = '', ...entered] = takeEarlyKeys().split('\n');
    if (early === '') return;
    setQuery(early);
    if (entered.length > 0) pick(filterEntries(entries, early).flat[0]);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => setWanted((active + 1) % count),
      ArrowUp: () => setWanted((active - 1 + count) % count),
      PageDown: () => setWanted(Math.min(active + pageRows, count - 1)),
      PageUp: () => setWanted(Math.max(active - pageRows, 0)),
      Enter: () => pick(found.flat[active]),
    };
    const act = keys[event.key];
    if (!act || count === 0) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      <div className="palette-search">
        <Search aria-hidden="true" />
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          className="palette-input"
          aria-label={placeholder}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={listId}
          aria-activedescendant={count > 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setWanted(0);
          }}
          onFocus={takeEarly}
          onKeyDown={handleKeyDown}
        />
      </div>
      <PaletteRows id={listId} found={found} active={active} onHighlight={setWanted} onPick={pick} />
      <p role="status" className="visually-hidden">
        {count === 0 ? 'Nothing found' : `${count} found`}
      </p>
    </>
  );
}

const pageRows = 8;
