import { getCanonicalHeaders, getCanonicalQuery } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalPath, canonicalQuery, canonicalValue, signedNames } from './canonical.ts';

test('headers are signed by name, with single spaces, without those that change on the way', () => {
  const headers = {
    'x-b': ' two  words\t',
    'x-a': '1',
    'user-agent': 'x',
    'x-amzn-trace-id': 'Root=1',
    '10': 'z',
  };
  expect(signedNames(headers)).toBe('10;x-a;x-b');
  expect(canonicalValue(headers['x-b'])).toBe('two words');
  expect(canonicalValue('a\tb\r\n c d')).toBe('a b c d');
});

test('a query is sorted by key and then by value, each escaped once', () => {
  expect(canonicalQuery([])).toBe('');
  const pairs: [string, string][] = [
    ['b', ''],
    ['a-', '1'],
    ['a', 'z'],
    ['a', 'é +'],
  ];
  expect(canonicalQuery(pairs)).toBe('a=%C3%A9%20%2B&a=z&a-=1&b=');
});

test.each([
  ['/', '/'],
  ['/a/b', '/a/b'],
  ['/a/b/', '/a/b/'],
  ['//a///b//', '/a/b/'],
  ['/a/./b/../c', '/a/c'],
  ['/../..', '/'],
  ['/a/.hidden/..x', '/a/.hidden/..x'],
  ['/f%3Aa%2Fb/$x', '/f%253Aa%252Fb/%24x'],
])('the path %s is signed as %s', (path, expected) => {
  expect(canonicalPath(path)).toBe(expected);
});

const request = { method: '', protocol: '', hostname: '', path: '', headers: {} };
const unsigned = ['authorization', 'user-agent', 'te', 'x-amzn-trace-id', 'sec-x', 'proxy-x', 'constructor'];
const headerName = fc.oneof(
  fc.constantFrom(...unsigned),
  fc.stringMatching(/^[!#$%&'*+.^_`|~0-9a-z-]{1,12}$/),
);
const headerValue = fc.stringMatching(/^[\t -~]{0,20}$/);

/** The package loses a key of this name. */
const queryKey = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__');

test('headers and query are those of @smithy/signature-v4, whatever they are', () => {
  fc.assert(
    fc.property(fc.dictionary(headerName, headerValue), (headers) => {
      const expected = Object.entries(getCanonicalHeaders({ ...request, headers }));
      const names = signedNames(headers).split(';').filter(Boolean);
      expect(names.map((name) => [name, canonicalValue(headers[name])])).toEqual(
        expected.map(([name, value]) => [name, value]).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      );
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(queryKey, fc.array(fc.string(), { minLength: 1 })), (query) => {
      const pairs = Object.entries(query).flatMap(([key, values]) =>
        values.map((value): [string, string] => [key, value]),
      );
      expect(canonicalQuery(pairs)).toBe(getCanonicalQuery({ ...request, query }));
    }),
  );
});
