/**
 * Catches what is typed from now on, for a text box that is still on its way. The function that comes back gives the
 * text, with a line end for Enter, and lets the keys go where they belong; after a while they are let go in any case.
 */
export function holdKeys(longestMs = 5000): () => string {
  const listening = new AbortController();
  let text = '';
  const handle = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || modifiers.has(event.key)) return;
    if (event.key === 'Backspace') text = text.slice(0, -1);
    else if (event.key === 'Enter') text += '\n';
    else if (event.key.length === 1) text += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const release = (): string => {
    listening.abort();
    clearTimeout(timer);
    const held = text;
    text = '';
    return held;
  };
  const timer = setTimeout(release, longestMs);
  window.addEventListener('keydown', handle, { capture: true, signal: listening.signal });
  return release;
}

const modifiers = new Set(['Shift', 'Alt', 'AltGraph', 'Control', 'Meta']);
