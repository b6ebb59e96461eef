import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asShown, asWritten, sourceOffset } from './one-line.ts';

test('JSON on one line is shown in lines, and numbers and escapes stay as they are', () => {
  const { shown, layout } = asShown(String.raw`{"n":1.10,"a":["\/"],"n":2}`);
  expect(layout).toBe('compact');
  expect(shown).toBe(
    ['{', '  "n": 1.10,', '  "a": [', String.raw`    "\/"`, '  ],', '  "n": 2', '}'].join('\n'),
  );
});

test('an edit in lines is written on one line, in the spacing of before', () => {
  expect(asWritten('{\n  "a": 1,\n  "b": 3\n}', asShown('{"a":1,"b":2}').layout)).toBe('{"a":1,"b":3}');
  expect(asWritten('{\n  "a": 1,\n  "b": 3\n}', asShown('{"a": 1, "b": 2}').layout)).toBe('{"a": 1, "b": 3}');
});

test('what is no JSON, for now or for ever, is written as it was typed', () => {
  expect(asWritten('{\n  "a": \n}', 'compact')).toBe('{\n  "a": \n}');
  expect(asShown('a=1&b=2')).toEqual({ source: 'a=1&b=2', shown: 'a=1&b=2', layout: 'as-is', isJson: false });
});

test('JSON laid out by hand is left alone', () => {
  const text = '{ "a":1,\n"b": 2}';
  expect(asShown(text)).toMatchObject({ shown: text, layout: 'as-is', isJson: true });
});

test('what is shown and not edited is written back to the letter', () => {
  const separators = fc.constantFrom(',', ', ', ' ,', ',\n');
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), separators, (value, indent, separator) => {
      const text = JSON.stringify([value, 1], null, indent).replace(/,(?=\s*1\]$)/, separator);
      const { shown, layout } = asShown(text);
      expect(asWritten(shown, layout)).toBe(text);
    }),
  );
});

test('a place of a text that is shown in lines is found in the text as it came', () => {
  const text = '{"n": 1 ,"a":["x\\"y"]}';
  const shown = '{\n  "n": 1,\n  "a": [\n    "x\\"y"\n  ]\n}';
  for (const part of ['"n"', '1', 'y"', ']'])
    expect(sourceOffset(text, shown.indexOf(part))).toBe(text.indexOf(part));
});
