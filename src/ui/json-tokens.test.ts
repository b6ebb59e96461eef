import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonRowStates } from './json-row-states.ts';
import { jsonStateAfter, jsonTokens } from './json-tokens.ts';
import { textRows } from './text-rows.ts';

const kinds = (text: string) =>
  jsonTokens(text)
    .filter(({ text: part }) => part.trim() !== '')
    .map(({ kind, text: part }) => `${kind} ${part}`);

test('keys, strings, numbers, words and punctuation are told apart', () => {
  expect(kinds('{ "a": ["b\\"c", -1.5e+3, true, null] }')).toEqual([
    'punctuation {',
    'key "a"',
    'punctuation :',
    'punctuation [',
    'string "b\\"c"',
    'punctuation ,',
    'number -1.5e+3',
    'punctuation ,',
    'keyword true',
    'punctuation ,',
    'keyword null',
    'punctuation ]',
    'punctuation }',
  ]);
});

test('text that is no JSON comes back plain', () => {
  expect(kinds('hello <b>')).toEqual(['plain hello <b>']);
});

test('the tokens of any text joined are the text, whatever it begins in', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '\\', 'a', '1', '{', ':', ' ', '😀') }),
      fc.constantFrom('outside', 'in-string', 'after-backslash'),
      (text, state) => {
        expect(
          jsonTokens(text, state)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

test('a line cut into rows is coloured as the whole line is', () => {
  const value = fc.json({ maxDepth: 3 });
  fc.assert(
    fc.property(value, fc.integer({ min: 2, max: 9 }), (text, columns) => {
      const rows = textRows(text, columns);
      const stateOf = jsonRowStates(rows);
      const whole: string[] = [];
      for (const { kind, text: part } of jsonTokens(text)) {
        for (const unit of part.split(''))
          whole.push(kind === 'key' || kind === 'string' ? `"${unit}` : unit);
      }
      const cut: string[] = [];
      // From the end, as a jump to the end of a text asks for the last row first.
      for (let row = rows.count - 1; row >= 0; row -= 1) {
        const piece = text.slice(rows.start(row), rows.end(row));
        const units: string[] = [];
        for (const { kind, text: part } of jsonTokens(piece, stateOf(row))) {
          for (const unit of part.split(''))
            units.push(kind === 'key' || kind === 'string' ? `"${unit}` : unit);
        }
        cut.unshift(...units);
      }
      expect(cut).toEqual(whole);
    }),
  );
});

test('the state after pieces is the state after the whole', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\\', 'a', ',') });
  fc.assert(
    fc.property(text, text, (first, second) => {
      const state = jsonStateAfter(first, 'outside');
      expect(jsonStateAfter(second, state)).toBe(jsonStateAfter(first + second, 'outside'));
    }),
  );
});
