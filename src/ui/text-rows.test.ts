import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, textRows } from './text-rows.ts';

function shown(text: string, columns: number): string[] {
  const rows = textRows(text, columns);
  return Array.from({ length: rows.count }, (_, row) => {
    const number = rows.lineNumber(row);
    return `${number === null ? '…' : number} ${text.slice(rows.start(row), rows.end(row))}`;
  });
}

test('a long line takes several rows and has one number', () => {
  expect(shown('abcdefg\nhi\n', 3)).toEqual(['1 abc', '… def', '… g', '2 hi', '3 ']);
});

test('line ends of Windows are not shown', () => {
  expect(shown('a\r\nb\r\n', 10)).toEqual(['1 a', '2 b', '3 ']);
});

test('no character of two units is cut apart', () => {
  expect(shown('ab😀😀', 3)).toEqual(['1 ab', '… 😀', '… 😀']);
});

test('no more rows are made than asked for, and the last one holds the rest', () => {
  for (const text of ['a\nb\nc\nd', 'abcdefghij']) {
    const rows = textRows(text, 2, 2);
    expect(rows.count).toBeLessThanOrEqual(3);
    expect(rows.longest).toBeLessThanOrEqual(2);
    expect(rows.end(rows.count - 1)).toBe(text.length);
  }
  expect(countLines('a\nb\nc', 2)).toBe(2);
});

test('the rows hold every character but the line ends, and each offset finds its row', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '😀', ' ') });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 6 }), (value, columns) => {
      const rows = textRows(value, columns);
      const joined = Array.from({ length: rows.count }, (_, row) =>
        value.slice(rows.start(row), rows.end(row)),
      );
      expect(joined.join('')).toBe(value.replaceAll('\n', ''));
      for (let row = 0; row < rows.count; row += 1) {
        expect(rows.end(row) - rows.start(row)).toBeLessThanOrEqual(columns);
        expect(rows.rowAt(rows.start(row))).toBe(row);
      }
      expect(countLines(value)).toBe(value.split('\n').length);
    }),
  );
});
