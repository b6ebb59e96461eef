import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import './find-bar.css';
import type { TextMarks } from './find-in-text.ts';
import { IconButton } from './icon-button.tsx';
import { TextField } from './text-field.tsx';
import type { Find } from './use-find.ts';

export interface FindBarProps {
  find: Find;
  /** Names the field. */
  label: string;
  onClose: () => void;
}

/** Asks what to look for and goes through what was found: Enter, Shift+Enter, Escape. */
export function FindBar({ find, label, onClose }: FindBarProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  // It was asked for to type into it.
  useEffect(() => inputRef.current?.focus(), []);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') find.move(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="find-bar" role="search">
      <TextField
        label={label}
        hideLabel
        placeholder={label}
        size="small"
        type="search"
        inputRef={inputRef}
        value={find.query}
        onChange={find.setQuery}
        onKeyDown={handleKeyDown}
      />
      <span className="find-bar-count dim tabular" role="status">
        {countOf(find.marks)}
      </span>
      <IconButton
        label="Previous"
        size="small"
        icon={<ChevronUp aria-hidden="true" />}
        onClick={() => find.move(-1)}
      />
      <IconButton
        label="Next"
        size="small"
        icon={<ChevronDown aria-hidden="true" />}
        onClick={() => find.move(1)}
      />
      <IconButton label="Close find" size="small" icon={<X aria-hidden="true" />} onClick={onClose} />
    </div>
  );
}

function countOf(marks: TextMarks | null): string {
  if (marks === null) return '';
  const { offsets, current, hasMore } = marks;
  if (offsets.length === 0) return 'Not found';
  return `${current + 1} of ${offsets.length.toLocaleString('en-US')}${hasMore ? '+' : ''}`;
}
