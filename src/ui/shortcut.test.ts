import { expect, test } from 'vitest';
import { ariaShortcut, isApple, shortcutLabel } from './shortcut.ts';

test('a shortcut is spelled as the platform does', () => {
  expect(shortcutLabel('Mod+Enter', false)).toBe('Ctrl ↵');
  expect(shortcutLabel('Mod+Enter', true)).toBe('⌘↵');
  expect(shortcutLabel('Shift+Alt+F', false)).toBe('Shift Alt F');
  expect(shortcutLabel('Shift+Alt+F', true)).toBe('⇧⌥F');
  expect(ariaShortcut('Mod+Shift+S', false)).toBe('Control+Shift+S');
  expect(ariaShortcut('Mod+K', true)).toBe('Meta+K');
});

test('Apple machines are told from others', () => {
  expect(['MacIntel', 'iPhone', 'iPad'].map((platform) => isApple(platform))).toEqual([true, true, true]);
  expect(['Win32', 'Linux x86_64', ''].map((platform) => isApple(platform))).toEqual([false, false, false]);
});
