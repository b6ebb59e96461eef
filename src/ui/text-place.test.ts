import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetAt, placeAt } from './text-place.ts';

test('a place is counted from 1', () => {
  expect(placeAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
  expect(placeAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
});

test('a place beyond the text is its end, one beyond a line the end of the line', () => {
  expect(offsetAt('ab\ncd', { line: 9, column: 1 })).toBe(5);
  expect(offsetAt('ab\ncd', { line: 1, column: 9 })).toBe(2);
});

test('every offset survives the way to a place and back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n') });
  fc.assert(
    fc.property(text, fc.nat(), (value, seed) => {
      const offset = seed % (value.length + 1);
      expect(offsetAt(value, placeAt(value, offset))).toBe(offset);
    }),
  );
});
