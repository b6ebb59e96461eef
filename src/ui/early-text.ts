/** What was typed into the static page (index.html) before any script had come. */
export interface EarlyText {
  value: string;
  selectionStart: number;
  selectionEnd: number;
  focused: boolean;
}

/** Whether anything was typed there that nobody has taken over yet. */
export function hasEarlyText(id: string): boolean {
  const area = document.getElementById(id);
  return area instanceof HTMLTextAreaElement && area.value !== '';
}

/**
 * Takes over a text area of the static page and removes the outline it stands in, in one task, so that no key is
 * lost. null when that has been done already.
 */
export function takeEarlyText(id: string): EarlyText | null {
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart, selectionEnd } = area;
  const focused = document.activeElement === area;
  removeShell();
  return { value, selectionStart, selectionEnd, focused };
}

/** Removes the outline of the static page; also for a page that shows no editor at first. */
export function removeShell(): void {
  document.getElementById('shell')?.remove();
}
