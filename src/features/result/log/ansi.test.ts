import { expect, test } from 'vitest';
import { ansiSegments } from './ansi.ts';

const text = (input: string): string =>
  ansiSegments(input)
    .map((segment) => segment.text)
    .join('');

test('colours become class names and end with a reset', () => {
  expect(ansiSegments('a\u001b[1;31mred\u001b[0mb')).toEqual([
    { text: 'a', className: '' },
    { text: 'red', className: 'ansi-fg-1 ansi-bold' },
    { text: 'b', className: '' },
  ]);
});

test.each([
  ['an index of the first sixteen', '38;5;9', 'ansi-fg-1'],
  ['orange of the cube', '38;5;208', 'ansi-fg-3'],
  ['blue of the cube', '38;5;27', 'ansi-fg-4'],
  ['a dark grey', '38;5;236', 'ansi-fg-0'],
  ['a light grey', '38;5;250', 'ansi-fg-7'],
  ['a mix', '38;2;10;200;30', 'ansi-fg-2'],
  ['a mix as ground, and what follows it', '48;2;200;10;200;1', 'ansi-bg-5 ansi-bold'],
  ['a mix that is cut', '38;2;1', ''],
])('%s is drawn in the nearest of the eight colours', (_name, parameters, className) => {
  expect(ansiSegments(`\u001b[${parameters}mx`)).toEqual([{ text: 'x', className }]);
});

test.each([
  ['clipboard write', 'a\u001b]52;c;ZXZpbA==\u0007b', 'ab'],
  ['hyperlink', '\u001b]8;;javascript:alert(1)\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['clear screen', 'a\u001b[2Jb', 'ab'],
  ['cursor up', 'a\u001b[5Ab', 'ab'],
])('%s is dropped', (_name, input, shown) => {
  expect(text(input)).toBe(shown);
});

test.each(['abc\u001b[', 'a\u001b]0;never ends\nb', 'a\u001b', '\u001b]8;;x\n\u0007', '\u001b[1;2\u0000m'])(
  '%j never ends, and loses nothing',
  (input) => {
    expect(text(input)).toBe(input);
  },
);

test('what looks like the start of 200,000 commands is text', () => {
  const input = '\u001b]'.repeat(200_000);
  expect(text(input)).toBe(input);
});
