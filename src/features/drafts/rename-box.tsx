import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

export interface RenameBoxProps {
  /** What the tab says now. */
  title: string;
  /** Where the tab stands in the row, in CSS pixels. */
  place: { left: number; width: number };
  /** null: the name is left as it was. An empty name gives the function's back. */
  onEnd: (title: string | null) => void;
}

/** A text box over a tab: Enter and leaving it keep the name, Escape does not. */
export function RenameBox({ title, place, onEnd }: RenameBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  function end(next: string | null): void {
    // The box loses the focus when it goes, which must not count a second time.
    if (ended.current) return;
    ended.current = true;
    onEnd(next);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(event.currentTarget.value);
    else if (event.key === 'Escape') end(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <input
      ref={box}
      className="draft-tabs-rename"
      aria-label="Name of the draft"
      defaultValue={title}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      style={{ insetInlineStart: place.left, inlineSize: place.width }}
      onKeyDown={handleKeyDown}
      onBlur={(event) => end(event.currentTarget.value)}
    />
  );
}
