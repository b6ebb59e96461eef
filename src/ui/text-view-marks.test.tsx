import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import './base.css';
import { findInText } from './find-in-text.ts';
import { TextView } from './text-view.tsx';

const lines = Array.from({ length: 5_000 }, (_none, index) => `line ${index} of the text`).join('\n');

function view(text: string, more: Partial<Parameters<typeof TextView>[0]> = {}) {
  return (
    <div style={{ blockSize: 300 }}>
      <TextView text={text} language="plain" wrap label="Text" {...more} />
    </div>
  );
}

const box = () => page.getByRole('region', { name: 'Text' }).element();
const marked = () => [...document.querySelectorAll('[data-mark="current"]')].map((mark) => mark.textContent);

test('what is found is marked, and the current one comes into sight', async () => {
  await page.viewport(800, 600);
  const found = findInText(lines, 'LINE 42');
  const shown = await render(view(lines, { marks: found }));
  await expect.poll(marked).toEqual(['line 42']);
  expect(found?.offsets.length).toBeGreaterThan(100);
  await shown.rerender(view(lines, { marks: found && { ...found, current: found.offsets.length - 1 } }));
  await expect.poll(() => box().scrollTop).toBeGreaterThan(20 * 4_000);
  await expect.poll(marked).toEqual(['line 42']);
  expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60);
});

test('a text that grows is followed, until it is scrolled up', async () => {
  await page.viewport(800, 600);
  const shown = await render(view('one', { followEnd: true }));
  await shown.rerender(view(lines, { followEnd: true }));
  const end = () => box().scrollHeight - box().scrollTop - box().clientHeight;
  await expect.poll(end).toBeLessThan(5);
  box().scrollTop = 400;
  await expect.poll(() => document.querySelector('[data-row="20"]')).toBeTruthy();
  await shown.rerender(view(`${lines}\nand more`, { followEnd: true }));
  await expect.poll(() => box().scrollTop).toBe(400);
});

test('marks that turn the writing and control characters show as names and stay in their box', async () => {
  const text = 'if (isAdmin\u202E \u2066// later\u2069) {\u001b[2J\u0000\u009b31m\rx';
  await render(view(text));
  await expect.poll(() => document.querySelectorAll('.visible-character').length).toBe(7);
  const characters = [...document.querySelectorAll<HTMLElement>('.visible-character')];
  expect(characters.map(({ dataset }) => dataset['name'])).toEqual([
    'U+202E',
    'U+2066',
    'U+2069',
    'ESC',
    'NUL',
    'CSI',
    'CR',
  ]);
  expect(characters.map((character) => getComputedStyle(character).unicodeBidi)).toEqual(
    characters.map(() => 'isolate'),
  );
  expect(document.querySelector('[data-line]')?.textContent).toBe(text);
});
