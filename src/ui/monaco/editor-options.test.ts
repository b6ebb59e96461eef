import { expect, test } from 'vitest';
import { lookOptions } from './editor-options.ts';

const wrapOf = (text: string, wrap = true) =>
  lookOptions({ theme: 'dark', fontSize: 13, wrap }, text).wordWrap;

test('a text is wrapped as the settings say', () => {
  expect(wrapOf('{"a":1}')).toBe('on');
  expect(wrapOf('{"a":1}', false)).toBe('off');
  expect(wrapOf('"a line"\n'.repeat(60_000))).toBe('on');
});

test('a line of more than 100,000 characters is not, wherever it is', () => {
  const long = 'x'.repeat(100_001);
  expect(wrapOf(long)).toBe('off');
  expect(wrapOf(`[\n${long}\n]`)).toBe('off');
  expect(wrapOf(`[\n${long}`)).toBe('off');
});

test('more than 100,000 lines are not', () => {
  expect(wrapOf('1\n'.repeat(99_999))).toBe('on');
  expect(wrapOf('1\n'.repeat(100_000))).toBe('off');
});

test('brackets are matched where looking for the other one costs nothing that is felt', () => {
  const bracketsOf = (text: string) =>
    lookOptions({ theme: 'dark', fontSize: 13, wrap: false }, text).matchBrackets;
  expect(bracketsOf('{"a":[1]}')).toBe('always');
  expect(bracketsOf(`[${'1,'.repeat(50_000)}1]`)).toBe('never');
});
