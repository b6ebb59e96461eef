import { describe, expect, test } from 'vitest';
import { isPageKey } from '../ui/page-keys.ts';
import { keyName } from './key-name.ts';
import { actionOf, keymap } from './keymap.ts';

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...more });
const onPc = (key: string, more?: KeyboardEventInit): string | null => keyName(press(key, more), false);
const onMac = (key: string, more?: KeyboardEventInit): string | null => keyName(press(key, more), true);

describe('a key is named', () => {
  test('by Control on a PC and by Command on a Mac', () => {
    expect(onPc('k', { code: 'KeyK', ctrlKey: true })).toBe('Mod+K');
    expect(onMac('k', { code: 'KeyK', metaKey: true })).toBe('Mod+K');
    expect(onPc('S', { code: 'KeyS', ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+S');
  });

  test('but not by the other one, which belongs to the system or to the text box', () => {
    expect(onPc('k', { code: 'KeyK', metaKey: true })).toBeNull();
    expect(onMac('k', { code: 'KeyK', ctrlKey: true })).toBeNull();
    expect(onPc('k', { code: 'KeyK', ctrlKey: true, metaKey: true })).toBeNull();
  });

  test('with Enter by either, wherever one comes from', () => {
    expect(onMac('Enter', { ctrlKey: true })).toBe('Mod+Enter');
    expect(onMac('Enter', { metaKey: true })).toBe('Mod+Enter');
    expect(onPc('Enter', { ctrlKey: true, shiftKey: true })).toBeNull();
  });

  test('by its place where Shift and Alt give another character', () => {
    expect(onMac('Ï', { code: 'KeyF', shiftKey: true, altKey: true })).toBe('Shift+Alt+F');
    expect(onPc('<', { code: 'Comma', shiftKey: true, altKey: true })).toBe('Shift+Alt+,');
    expect(onMac('⁄', { code: 'Digit1', shiftKey: true, altKey: true })).toBe('Shift+Alt+1');
  });

  test('by its letter on a Latin layout and by its place on another', () => {
    expect(onPc('k', { code: 'KeyV', ctrlKey: true })).toBe('Mod+K');
    expect(onPc('л', { code: 'KeyK', ctrlKey: true })).toBe('Mod+K');
    expect(onPc('ö', { code: 'Semicolon', ctrlKey: true })).toBeNull();
  });

  test('with the slash, also where that takes Shift', () => {
    expect(onPc('/', { code: 'Digit7', ctrlKey: true, shiftKey: true })).toBe('Mod+/');
  });

  test('as a function key, with Shift or without', () => {
    expect(onPc('F6')).toBe('F6');
    expect(onPc('F6', { shiftKey: true })).toBe('Shift+F6');
    expect(onPc('F6', { ctrlKey: true })).toBeNull();
    expect(onPc('F4', { altKey: true })).toBeNull();
  });
});

describe('no shortcut is', () => {
  test('a key while an input method composes', () => {
    expect(onPc('k', { code: 'KeyK', ctrlKey: true, isComposing: true })).toBeNull();
    expect(onPc('Process', { keyCode: 229, ctrlKey: true })).toBeNull();
  });

  test('a key with AltGr, which types a character', () => {
    const altGr = { modifierAltGraph: true, ctrlKey: true, altKey: true };
    expect(onPc('{', { code: 'Digit7', ...altGr })).toBeNull();
    expect(onPc('€', { code: 'KeyE', altKey: true, shiftKey: true, modifierAltGraph: true })).toBeNull();
  });

  test('a plain letter, or one with Alt alone', () => {
    expect(onPc('k', { code: 'KeyK' })).toBeNull();
    expect(onPc('k', { code: 'KeyK', altKey: true })).toBeNull();
    expect(onPc('k', { code: 'KeyK', altKey: true, shiftKey: true, ctrlKey: true })).toBeNull();
  });
});

const codeOf = (last: string): string => {
  const signs: Record<string, string> = {
    ',': 'Comma',
    '.': 'Period',
    ';': 'Semicolon',
    '[': 'BracketLeft',
    ']': 'BracketRight',
  };
  const sign = signs[last];
  if (sign !== undefined) return sign;
  if (/^\d$/.test(last)) return `Digit${last}`;
  return /^[A-Z]$/.test(last) ? `Key${last}` : last;
};

describe('the map of keys', () => {
  const keys = Object.values(keymap).filter((one) => one !== null);

  test('gives each key to one action', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.map(actionOf)).not.toContain(null);
    expect(actionOf('Mod+Z')).toBeNull();
  });

  test.each(keys)('%s reaches the page from inside an editor', (one) => {
    const parts = one.split('+');
    const last = parts.at(-1) ?? '';
    const event = press(last.length === 1 ? last.toLowerCase() : last, {
      code: codeOf(last),
      ctrlKey: parts.includes('Mod'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    });
    expect(keyName(event, false)).toBe(one);
    expect(isPageKey(event)).toBe(true);
  });

  test('leaves the letters alone that browsers use with Shift and Alt', () => {
    for (const letter of 'ABIT') expect(actionOf(`Shift+Alt+${letter}`)).toBeNull();
  });
});
