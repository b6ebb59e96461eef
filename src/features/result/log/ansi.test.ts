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

test('extended colours are skipped with their parameters', () => {
  expect(text('\u001b[38;5;200mx\u001b[48;2;1;2;3my')).toBe('xy');
});

test.each([
  ['clipboard write', 'a\u001b]52;c;ZXZpbA==\u0007b', 'ab'],
  ['hyperlink', '\u001b]8;;javascript:alert(1)\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['clear screen', 'a\u001b[2Jb', 'ab'],
  ['cursor up', 'a\u001b[5Ab', 'ab'],
])('%s is dropped', (_name, input, shown) => {
  expect(text(input)).toBe(shown);
});

test('a carriage return is shown, so that it cannot overwrite a line', () => {
  expect(text('real\rfake')).toBe('real\u240dfake');
});

test('an unterminated command swallows its own line only, in linear time', () => {
  expect(text('a\u001b]0;never ends\nb')).toBe('a\nb');
  const started = performance.now();
  ansiSegments('\u001b]'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
