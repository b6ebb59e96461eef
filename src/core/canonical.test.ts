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
  expect(signedNames(headers)).toEqual(['10', 'x-a', 'x-b']);
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
