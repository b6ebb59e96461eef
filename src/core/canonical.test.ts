import { getCanonicalHeaders, getCanonicalQuery } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHeaders, canonicalPath, canonicalQuery } from './canonical.ts';

/** The rest of what the package takes: it reads headers and query only. */
const request = { method: 'POST', protocol: 'https:', hostname: 'h', path: '/', headers: {} };

const unsignedByThem = [
  ['authorization', 'cache-control', 'connection', 'expect', 'from', 'keep-alive', 'max-forwards', 'pragma'],
  ['referer', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent', 'x-amzn-trace-id', 'proxy-a'],
  ['sec-fetch-site', 'sec-', 'x-sec-a', 'host', 'x-amz-date', 'content-type', 'date', 'te2', 'a-from'],
].flat();

test('headers are those that @smithy/signature-v4 signs, in its spelling', () => {
  const name = fc.oneof(fc.constantFrom(...unsignedByThem), fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/));
  const value = fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', 'a', 'B', '"', '\u00A0') });
  fc.assert(
    fc.property(fc.dictionary(name, value), (headers) => {
      const theirs = getCanonicalHeaders({ ...request, headers });
      const sorted = Object.keys(theirs).sort();
      expect(canonicalHeaders(headers)).toEqual(sorted.map((key) => [key, theirs[key]]));
    }),
    { numRuns: 500 },
  );
});

test('a query is in the order and the spelling of @smithy/signature-v4', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'a-', 'B', '=', '&', ' ', '+', '%', '/', "'", 'é', '💡'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (pairs) => {
      const query = Object.fromEntries(
        pairs.map(([key]) => [key, pairs.filter(([name]) => name === key).map(([, value]) => value)]),
      );
      expect(canonicalQuery(pairs)).toBe(getCanonicalQuery({ ...request, query }));
    }),
    { numRuns: 500 },
  );
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
