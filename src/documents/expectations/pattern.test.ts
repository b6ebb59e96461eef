import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPattern } from './pattern.ts';

function matches(pattern: string, text: string): boolean {
  const read = readPattern(pattern);
  if (!read.ok) throw new Error(read.message);
  return read.matches(text);
}

test.each([
  ['^ord_\\d+$', 'ord_8812', true],
  ['^ord_\\d+$', 'ord_', false],
  ['paid|open', 'it is open', true],
  ['^(?:ab){2,3}$', 'ababab', true],
  ['^(?:ab){2,3}$', 'abababab', false],
  ['^a{2}$', 'aaa', false],
  ['^a{2,}$', 'aaaa', true],
  ['^.$', '😀', true],
  ['^.$', '\n', false],
  ['^[^a-c\\]]+$', 'xyz', true],
  ['^[^a-c\\]]+$', 'x]', false],
  ['\\bfoo\\b', 'a foo.', true],
  ['\\bfoo\\b', 'afoo', false],
  ['^\\p{Lu}\\u{1F600}\\x41\\u0042$', 'É😀AB', true],
  ['(?<year>\\d{4})-\\d\\d', 'on 2026-11', true],
  ['^(a*)*$', 'aaab', false],
  ['a??b+?', 'xb', true],
  ['', '', true],
  ['\\/', 'a/b', true],
])('%s in %j is %s', (pattern, text, wanted) => {
  expect(matches(pattern, text)).toBe(wanted);
});

test('finds what the engine of the browser finds', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '^', '$', '\\b', 'c');
  const count = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?');
  const { pattern } = fc.letrec<{ pattern: string; term: string }>((tie) => ({
    pattern: fc
      .array(fc.array(tie('term'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((options) => options.map((parts) => parts.join('')).join('|')),
    term: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(atom, count).map(([one, many]) => (/^(?:[\^$]|\\b)$/.test(one) ? one : one + many)),
      fc.tuple(tie('pattern'), fc.constantFrom('', '?', '{2}')).map(([one, many]) => `(?:${one})${many}`),
    ),
  }));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '\n'), maxLength: 8 });
  // Longer ones are refused, which has a test of its own.
  const short = pattern.filter((one) => one.length <= 500);
  fc.assert(
    fc.property(short, text, (one, other) => {
      expect(matches(one, other)).toBe(RegExp(one, 'u').test(other));
    }),
  );
});

test('what takes a backtracking engine for ever takes a moment', () => {
  expect(matches('^(a+)+$', `${'a'.repeat(20_000)}!`)).toBe(false);
  expect(matches('(x+x+)+y', 'x'.repeat(20_000))).toBe(false);
});

test.each([
  ['(', 'no regular expression'],
  ['a(?=b)', 'Lookarounds'],
  ['(?<!a)b', 'Lookarounds'],
  ['(a)\\1', 'Back-references'],
  ['(?<n>a)\\k<n>', 'Back-references'],
  ['(?:a{900}){900}', 'repeats too much'],
  ['a'.repeat(501), 'at most 500'],
])('refuses %s and says why', (pattern, words) => {
  const read = readPattern(pattern);
  expect(read.ok ? '' : read.message).toContain(words);
});
