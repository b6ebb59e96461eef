import { expect, test } from 'vitest';
import { isPageKey, passPageKeys } from './page-keys.ts';

const key = (init: KeyboardEventInit) => isPageKey(new KeyboardEvent('keydown', init));

test('the keys of the page are known with Control and with Command', () => {
  for (const mod of ['ctrlKey', 'metaKey']) {
    expect(['Enter', 'k', 's', 'u', '/'].map((name) => key({ key: name, [mod]: true }))).toEqual(
      Array(5).fill(true),
    );
    expect(['a', 'c', 'v', 'z', 'f'].map((name) => key({ key: name, [mod]: true }))).toEqual(
      Array(5).fill(false),
    );
  }
  expect(key({ key: 'F6' })).toBe(true);
  expect(key({ key: 'F4', shiftKey: true })).toBe(true);
  expect(key({ key: 'F4' })).toBe(false);
});

test('save as and a slash that needs Shift are the page’s, other shifted keys the editor’s', () => {
  expect(key({ key: 'S', ctrlKey: true, shiftKey: true })).toBe(true);
  expect(key({ key: '/', ctrlKey: true, shiftKey: true })).toBe(true);
  expect(key({ key: 'K', ctrlKey: true, shiftKey: true })).toBe(false);
});

test('never while an input method composes, and never with AltGr', () => {
  expect(key({ key: 'Enter', ctrlKey: true, isComposing: true })).toBe(false);
  expect(key({ key: 's', ctrlKey: true, modifierAltGraph: true })).toBe(false);
  expect(key({ key: 'k', ctrlKey: true, altKey: true })).toBe(false);
});

test('a page key passes a subtree by: the window hears it once, with its modifiers', () => {
  const frame = document.createElement('div');
  const inner = document.createElement('input');
  frame.append(inner);
  document.body.append(frame);
  const log: string[] = [];
  inner.addEventListener('keydown', (event) => log.push(`inner ${event.key}`));
  const listener = (event: KeyboardEvent) => log.push(`window ${event.key} ${event.ctrlKey} ${event.repeat}`);
  addEventListener('keydown', listener);
  const stop = passPageKeys(frame, () => log.push('before'));
  const press = (init: KeyboardEventInit) =>
    inner.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  expect(press({ key: 'Enter', ctrlKey: true, repeat: true })).toBe(false);
  expect(press({ key: 'x' })).toBe(true);
  expect(log).toEqual(['before', 'window Enter true true', 'inner x', 'window x false false']);
  stop();
  press({ key: 'Enter', ctrlKey: true });
  expect(log.slice(4)).toEqual(['inner Enter', 'window Enter true false']);
  removeEventListener('keydown', listener);
  frame.remove();
});
