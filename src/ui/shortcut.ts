/** A shortcut is written once, as `Mod+Shift+S`; `Mod` is Command on Apple machines and Control elsewhere. */
export function shortcutLabel(keys: string, apple: boolean = isApple()): string {
  const glyphs = apple ? appleGlyphs : otherGlyphs;
  return keys
    .split('+')
    .map((key) => glyphs[key] ?? key)
    .join(apple ? '' : ' ');
}

/** The same shortcut in the spelling of `aria-keyshortcuts`. */
export function ariaShortcut(keys: string, apple: boolean = isApple()): string {
  return keys.replace('Mod', apple ? 'Meta' : 'Control');
}

export function isApple(platform: string = navigator.platform): boolean {
  return /^(Mac|iPhone|iPad|iPod)/.test(platform);
}

const keyGlyphs: Record<string, string> = { Enter: '↵', Up: '↑', Down: '↓', Left: '←', Right: '→' };
const appleGlyphs: Record<string, string> = { ...keyGlyphs, Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥' };
const otherGlyphs: Record<string, string> = { ...keyGlyphs, Mod: 'Ctrl' };
