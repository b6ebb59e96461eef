import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson, minifyJson } from './json-format.ts';
import { isJson, jsonProblems } from './json-problems.ts';
import { sortJsonKeys } from './json-sort.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonProblems', () => {
  test.each([
    ['{"a":}', 1, 6, 'A value is missing before }.'],
    ['{"a":1,}', 1, 7, 'JSON has no trailing comma.'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'A comma is missing before a string.'],
    ["{'a': 1}", 1, 2, '"\'" has no meaning in JSON.'],
    ['{a: 1}', 1, 2, 'A key must be a string in double quotes, not a word.'],
    ['[1, 2', 1, 6, '[ is never closed.'],
    ['{"a": "b\n}', 1, 7, 'The string has no closing quote.'],
    ['{"a" 1}', 1, 6, 'A colon is missing before a number.'],
    ['01', 1, 1, '01 is not a JSON number.'],
    ['"\\x"', 1, 2, 'This backslash begins no escape that JSON knows.'],
    ['"a\tb"', 1, 3, 'A control character (U+0009) must be written as an escape inside a string.'],
    ['True', 1, 1, 'True is not a JSON value: a string needs double quotes.'],
    ['{} {}', 1, 4, 'There is more text after the end of the JSON value.'],
    ['[1)]', 1, 3, '")" has no meaning in JSON.'],
    ['{]', 1, 2, '] cannot close {.'],
    ['', 1, 1, 'A value is missing.'],
    ['"a\\"', 1, 1, 'The string has no closing quote.'],
    [',', 1, 1, 'A value is missing before the comma.'],
  ])('%j: line %i, column %i: %s', (...[text, line, column, message]) => {
    expect(jsonProblems(text)[0]).toMatchObject({ line, column, message });
  });

  test('a slip is one fault, and the faults after it are found too', () => {
    expect(jsonProblems('{"a": tru, "b": 01, "c": [1 2]}').map(({ column }) => column)).toEqual([7, 17, 29]);
  });

  test('agrees with JSON.parse on any text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      'e5',
      '.',
      'true',
      ' ',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          expect(isJson(text)).toBe(parses(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a million levels neither overflow nor take long', () => {
    const deep = '['.repeat(1_000_000);
    expect(jsonProblems(deep)).toHaveLength(1);
    expect(jsonProblems(`${deep}${']'.repeat(1_000_000)}`)).toEqual([]);
  });
});

describe('formatJson and minifyJson', () => {
  test('put a member on each line and change nothing else', () => {
    const text = '{"n":12345678901234567890,"n":1e400,"s":"\\u0041\\/","e":{},"l":[ ],"a":[1,-0.0]}';
    expect(formatJson(text)).toBe(
      '{\n  "n": 12345678901234567890,\n  "n": 1e400,\n  "s": "\\u0041\\/",\n  "e": {},\n  "l": [],\n  "a": [\n    1,\n    -0.0\n  ]\n}',
    );
    expect(minifyJson(formatJson(text))).toBe(text.replace('[ ]', '[]'));
  });

  test('leave text that is no JSON alone', () => {
    expect(formatJson('{a:1}')).toBe('{a:1}');
    expect(minifyJson(' {a: 1}')).toBe(' {a: 1}');
  });

  test('keep every token of any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const formatted = formatJson(text);
        expect(JSON.parse(formatted)).toEqual(JSON.parse(text));
        expect(minifyJson(formatted)).toBe(minifyJson(text));
        expect(formatJson(formatted)).toBe(formatted);
      }),
    );
  });

  test('a document of a million levels grows by its outer levels alone', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const formatted = formatJson(deep);
    expect(formatted.length - deep.length).toBeLessThan(2 * 65 * 130);
    expect(minifyJson(formatted)).toBe(deep);
  });
});

describe('sortJsonKeys', () => {
  test('orders keys at every level, keeps duplicates in their order and spellings as they are', () => {
    expect(sortJsonKeys('{"b":[{"z":1,"y":1.0}],"a":2,"b":"\\u0041"}')).toBe(
      '{"a":2,"b":[{"y":1.0,"z":1}],"b":"\\u0041"}',
    );
  });

  test('compares keys as decoded', () => {
    expect(sortJsonKeys('{"b":1,"\\u0061":2}')).toBe('{"\\u0061":2,"b":1}');
  });

  test('a hundred thousand levels are sorted in one pass', () => {
    const depth = 100_000;
    const sorted = sortJsonKeys(`${'{"b":1,"a":'.repeat(depth)}0${'}'.repeat(depth)}`);
    expect(sorted).toBe(`${'{"a":'.repeat(depth)}0${',"b":1}'.repeat(depth)}`);
  });

  test('keeps the meaning of any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const sorted = sortJsonKeys(text);
        expect(JSON.parse(sorted)).toEqual(JSON.parse(text));
        expect(sortJsonKeys(sorted)).toBe(sorted);
      }),
    );
  });
});
