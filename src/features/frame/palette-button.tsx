import { Search } from 'lucide-react';
import { Kbd } from '../../ui/kbd.tsx';
import { ariaShortcut } from '../../ui/shortcut.ts';
import './palette-button.css';

/** Looks like the search that it opens. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      className="palette-button"
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaShortcut('Mod+K')}
      onClick={onOpen}
    >
      <Search aria-hidden="true" />
      <span className="palette-button-words truncate">Search functions, drafts, runs and actions</span>
      <span className="palette-button-keys" aria-hidden="true">
        <Kbd keys="Mod+K" />
      </span>
    </button>
  );
}
