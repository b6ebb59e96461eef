import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInJson, replaceInJson, sourceOf } from './json-path-find.ts';
import { formatJsonPath, parseJsonPath } from './json-path.ts';
import type { JsonPath } from './json-path.ts';

function path(text: string): JsonPath {
  const parsed = parseJsonPath(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.path;
}

function found(text: string, at: string): string[] {
  return findInJson(text, path(at)).map((place) => `${formatJsonPath(place.path)} ${sourceOf(text, place)}`);
}

describe('a JSON path', () => {
  test.for([
    ['', '$'],
    ['$', '$'],
    ['a', '$.a'],
    ['$.a.b', '$.a.b'],
    ['a[0].b', '$.a[0].b'],
    ["$['a b']", '$["a b"]'],
    [String.raw`$["a\"b"]`, String.raw`$["a\"b"]`],
    ["$['it\\'s \"so\"']", String.raw`$["it's \"so\""]`],
    ['$.items[*].id', '$.items[*].id'],
    ['$.*', '$[*]'],
    ['$..id', '$..id'],
    ['$..*', '$..*'],
    ['$..[1]', '$..[1]'],
    ['$[-1]', '$[-1]'],
    ['$[ 2 ]', '$[2]'],
    ['größe.x-y', '$.größe.x-y'],
  ])('%s is read as %s', ([text, written]) => {
    expect(formatJsonPath(path(text ?? ''))).toBe(written);
  });

  test.for([
    ['$.', 2, 'A name is missing'],
    ['$.a..', 5, 'A name is missing'],
    ['$a', 1, 'A step begins'],
    ['$[0', 1, 'not closed'],
    ['$["a', 1, 'A bracket holds'],
    ['$[0:2]', 1, 'Slices'],
    ['$[0,1]', 1, 'unions'],
    ['$[?(@.a)]', 1, 'Filters'],
    ['$.a b', 3, 'A step begins'],
  ] as const)('%s is refused at its place', ([text, at, message]) => {
    expect(parseJsonPath(text)).toEqual({ ok: false, at, message: expect.stringContaining(message) });
  });

  test('survives being written, whatever its names are', () => {
    const step = fc.record({
      deep: fc.boolean(),
      key: fc.oneof(fc.string({ unit: 'grapheme', minLength: 0 }), fc.integer(), fc.constant(null)),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        expect(path(formatJsonPath(steps))).toEqual(
          steps.map(({ deep, key }) => ({ deep, key: key === 0 ? 0 : key })),
        );
      }),
    );
  });
});

describe('finding', () => {
  const text = '{"a": [ {"id":1.50}, {"id" : "x"} ], "b":{"id":[], "c d":null}, "a":7}';

  test.for([
    ['$', [`$ ${text}`]],
    ['$.a[0].id', ['$.a[0].id 1.50']],
    ['$.a', ['$.a [ {"id":1.50}, {"id" : "x"} ]', '$.a 7']],
    ['$.a[*].id', ['$.a[0].id 1.50', '$.a[1].id "x"']],
    ['$.a[-1]', ['$.a[1] {"id" : "x"}']],
    ['$..id', ['$.a[0].id 1.50', '$.a[1].id "x"', '$.b.id []']],
    ['$.b["c d"]', ['$.b["c d"] null']],
    ['$.b.*', ['$.b.id []', '$.b["c d"] null']],
    ['$.b[0]', []],
    ['$.a.id', []],
    ['$.b.id[-1]', []],
    ['$.none', []],
  ] as const)('%s', ([at, places]) => {
    expect(found(text, at)).toEqual(places);
  });

  test('reads names with escapes and text that is one value', () => {
    expect(found(String.raw`{"\u0061\"": 1}`, String.raw`$["a\""]`)).toEqual([String.raw`$["a\""] 1`]);
    expect(found(' 12 ', '$')).toEqual(['$ 12']);
    expect(found('[[],[[]],"]"]', '$[2]')).toEqual(['$[2] "]"']);
  });

  test('stops at the limit and still knows where the last one ends', () => {
    const places = findInJson(text, path('$..*'), 1);
    expect(places.map((place) => sourceOf(text, place))).toEqual(['[ {"id":1.50}, {"id" : "x"} ]']);
  });

  test('follows what is nested deeper than any call stack', () => {
    const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`;
    expect(findInJson(deep, path('$..[7]'))).toEqual([]);
    expect(findInJson(deep, path('$[0]'), 1)).toEqual([
      { path: [{ deep: false, key: 0 }], start: 1, end: deep.length - 1 },
    ]);
  });

  test('finds every value of any document at its own path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        for (const place of findInJson(json, path('$..*'))) {
          const again = findInJson(json, place.path);
          expect(again.map((each) => sourceOf(json, each))).toContain(sourceOf(json, place));
          JSON.parse(sourceOf(json, place));
        }
      }),
    );
  });
});

test('replacing changes nothing but the places', () => {
  const text = '{ "n": 1.0, "list": [1e2,  2], "n2": 1 }';
  expect(replaceInJson(text, findInJson(text, path('$.list[*]')), '"x"')).toBe(
    '{ "n": 1.0, "list": ["x",  "x"], "n2": 1 }',
  );
  expect(replaceInJson(text, findInJson(text, path('$..*')), '0')).toBe('{ "n": 0, "list": 0, "n2": 0 }');
  expect(replaceInJson(text, [], '0')).toBe(text);
});
