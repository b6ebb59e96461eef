/**
 * The name of a key as the map of keys writes it, such as `Mod+Enter` or `Shift+Alt+F`; null for what is no shortcut
 * of the page. Never while composing (IME), and never with AltGr, which types characters.
 */
export function keyName(event: KeyboardEvent, apple: boolean): string | null {
  const { altKey, shiftKey, ctrlKey, metaKey } = event;
  if (event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return null;
  if (altKey) return shiftKey && !ctrlKey && !metaKey ? withShiftAlt(event) : null;
  if (ctrlKey !== metaKey) return withMod(event, apple);
  if (ctrlKey || !/^F\d+$/.test(event.key)) return null;
  return shiftKey ? `Shift+${event.key}` : event.key;
}

/** By the key's place: with Alt, many layouts give another character. */
function withShiftAlt({ code }: KeyboardEvent): string | null {
  const sign = signs[code];
  if (sign !== undefined) return `Shift+Alt+${sign}`;
  return /^(Key[A-Z]|Digit\d)$/.test(code) ? `Shift+Alt+${code.at(-1)}` : null;
}

const signs: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  BracketLeft: '[',
  BracketRight: ']',
};

function withMod(event: KeyboardEvent, apple: boolean): string | null {
  // Control with Enter is known everywhere, also to those who come from another machine.
  if (event.key === 'Enter') return event.shiftKey ? null : 'Mod+Enter';
  if (event.metaKey !== apple) return null;
  // Some layouts reach the slash by Shift.
  if (event.key === '/') return 'Mod+/';
  const letter = letterOf(event);
  if (letter === null) return null;
  return event.shiftKey ? `Mod+Shift+${letter}` : `Mod+${letter}`;
}

/** What the key types; on a layout without Latin letters, what its place types on others. */
function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const isLatin = key.length !== 1 || key.charCodeAt(0) < 0x250;
  return !isLatin && /^Key[A-Z]$/.test(code) ? code.slice(3) : null;
}
