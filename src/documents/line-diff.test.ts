import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, foldSame, type DiffLine } from './line-diff.ts';

const side = (lines: readonly DiffLine[], without: DiffLine['kind']): string =>
  lines.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('\n');

test('shows the line that changed and keeps the others', () => {
  expect(diffLines('{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 3\n}')).toEqual([
    { kind: 'same', text: '{' },
    { kind: 'same', text: '  "a": 1,' },
    { kind: 'removed', text: '  "b": 2' },
    { kind: 'added', text: '  "b": 3' },
    { kind: 'same', text: '}' },
  ]);
});

test('both texts can be read out of it, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      expect(side(lines, 'added')).toBe(before);
      expect(side(lines, 'removed')).toBe(after);
    }),
  );
});

test('finds the shortest way', () => {
  const changes = diffLines('a\nb\nc\na\nb\nb\na', 'c\nb\na\nb\na\nc').filter(({ kind }) => kind !== 'same');
  expect(changes).toHaveLength(5);
});

test('texts without anything in common end soon', () => {
  const lines = (letter: string): string => Array.from({ length: 5000 }, (_, at) => letter + at).join('\n');
  expect(diffLines(lines('a'), lines('b'))).toHaveLength(10_000);
});

test('folds what is the same far from any change', () => {
  const before = Array.from({ length: 20 }, (_, at) => String(at)).join('\n');
  expect(foldSame(diffLines(before, before.replace('10', 'ten')), 1)).toEqual([
    { folded: 9 },
    { kind: 'same', text: '9' },
    { kind: 'removed', text: '10' },
    { kind: 'added', text: 'ten' },
    { kind: 'same', text: '11' },
    { folded: 8 },
  ]);
});
