/**
 * Keys that belong to the page, in whatever part of it they are pressed: invoke, palette, save, share, the list of
 * shortcuts, the next pane, and letters and digits with Shift and Alt. An editor with a key map of its own must not see them.
 */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return false;
  if (isFunctionKey(event)) return true;
  if (event.shiftKey && event.altKey) return !event.ctrlKey && !event.metaKey && pagePlaces.has(event.code);
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  return (event.shiftKey ? shiftedPageKeys : pageKeys).has(event.key.toLowerCase());
}

/** F4 alone is the address bar's in some browsers. */
function isFunctionKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'F2' || key === 'F6' || (key === 'F4' && shiftKey);
}

const pageKeys = new Set(['enter', 'k', 's', 'u', '/']);
/** On some layouts the slash needs Shift. The others with Shift are Monaco's: delete a line, insert one. */
const shiftedPageKeys = new Set(['s', '/']);
/** By their places, as with Alt many layouts give other characters. A and I are Monaco's. */
const pagePlaces = new Set([
  ...Array.from('CDEFGHJKLMNOPQRSUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  'Comma',
  'Period',
  'Semicolon',
  'BracketLeft',
  'BracketRight',
]);

/**
 * Sends the page's keys past a subtree: they are stopped before it and given to its parent again, so that the
 * listeners of the window get them and Monaco's do not. The browser's own action for them is always off.
 */
export function passPageKeys(frame: HTMLElement, before: () => void): () => void {
  const handle = (event: KeyboardEvent) => {
    if (!event.isTrusted && event.target === frame) return;
    if (!isPageKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    before();
    frame.dispatchEvent(new KeyboardEvent(event.type, event));
  };
  frame.addEventListener('keydown', handle, { capture: true });
  return () => frame.removeEventListener('keydown', handle, { capture: true });
}
