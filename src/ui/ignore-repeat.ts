import type { KeyboardEvent } from 'react';

/** A button that sends: Enter that is held down presses it once, also where another button takes its place meanwhile. */
export function ignoreRepeat(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}
