import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJsonPath } from '../json-path.ts';
import { compareJson, mostDifferences } from './json-difference.ts';
import { numberValue } from './json-number.ts';

function differences(left: string, right: string, ignored: string[] = []): string[] {
  const compared = compareJson(left, right, ignored);
  if (!compared.ok) throw new Error(`${compared.noJson} is no JSON`);
  return compared.differences.map(
    ({ kind, path, left: from, right: to }) => `${kind} ${formatJsonPath(path)} ${from ?? '–'} ${to ?? '–'}`,
  );
}

describe('the value of a number', () => {
  test.for([
    ['1', '1.0'],
    ['1', '10e-1'],
    ['100', '1E2'],
    ['-0.50', '-5e-1'],
    ['0', '-0.000e9'],
    ['1e400', '10e399'],
    ['12345678901234567890', '1.2345678901234567890e19'],
  ])('%s is that of %s', ([one = '', other = '']) => {
    expect(numberValue(one)).toBe(numberValue(other));
  });

  test.for([
    ['1', '-1'],
    ['0.1', '0.1000000000000000055'],
    ['9007199254740993', '9007199254740992'],
    ['1e400', '1e401'],
  ])('%s is not that of %s', ([one = '', other = '']) => {
    expect(numberValue(one)).not.toBe(numberValue(other));
  });

  test('is exact for every double and its scientific spelling', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const spelled = Object.is(value, -0) ? '-0' : String(value);
        const digits = numberValue(spelled);
        expect(Number(digits)).toBe(value === 0 ? 0 : value);
        expect(numberValue(value.toExponential())).toBe(digits);
      }),
    );
  });
});

describe('the difference of two JSON texts', () => {
  test.for([
    ['{"a":1}', '{"a":2}', ['changed $.a 1 2']],
    ['{"a":1,"b":2}', '{ "b" : 2, "a" : 1 }', []],
    ['{"a":1}', '{"a":1.0}', ['spelling $.a 1 1.0']],
    [String.raw`{"\u0061":"\u00e9"}`, '{"a":"é"}', [String.raw`spelling $.a "\u00e9" "é"`]],
    ['{"a":1,"gone":[]}', '{"new":{},"a":1}', ['removed $.gone [] –', 'added $.new – {}']],
    ['{"a":{"b":[1,{"c":2}]}}', '{"a":{"b":[1,{"c":3}]}}', ['changed $.a.b[1].c 2 3']],
    ['{"a":[1]}', '{"a":{"0":1}}', ['changed $.a [1] {"0":1}']],
    ['{"a":null}', '{}', ['removed $.a null –']],
    ['1', '"1"', ['changed $ 1 "1"']],
    ['{"a":1,"a":2}', '{"a":1,"a":3}', ['changed $.a 2 3']],
    ['{"a":1,"a":2}', '{"a":1}', ['removed $.a 2 –']],
    ['{"":{"x y":1}}', '{"":{"x y":2}}', ['changed $[""]["x y"] 1 2']],
  ] as const)('%s and %s', ([left, right, expected]) => {
    expect(differences(left, right)).toEqual(expected);
  });

  test('an item that came or went leaves the others as they are', () => {
    expect(differences('[1,2,3,4]', '[1,3,4]')).toEqual(['removed $[1] 2 –']);
    expect(differences('[1,3,4]', '[1,2,3,4]')).toEqual(['added $[1] – 2']);
    expect(differences('[{"id":1},{"id":2}]', '[{"id":0},{"id":1},{"id":2}]')).toEqual([
      'added $[0] – {"id":0}',
    ]);
    expect(differences('[1,1]', '[1,1,1]')).toEqual(['added $[2] – 1']);
    expect(differences('[]', '[1]')).toEqual(['added $[0] – 1']);
    expect(differences('[1,5,2]', '[1,6,7,2]')).toEqual(['changed $[1] 5 6', 'added $[2] – 7']);
    expect(differences('[1,1.0,9]', '[1.0,9]')).toEqual(['spelling $[0] 1 1.0', 'removed $[1] 1.0 –']);
  });

  test('an ignored path may differ, be absent or be new, with all that is in it', () => {
    const [left, right] = ['{"a":1,"m":{"t":1,"u":{"v":1}}}', '{"a":2,"m":{"t":2,"u":7},"n":1}'];
    expect(differences(left, right, ['$.m', 'n'])).toEqual(['changed $.a 1 2']);
    expect(differences(left, right, ['$.m.*', '$.a'])).toEqual(['added $.n – 1']);
    expect(differences(left, right, ['$'])).toEqual([]);
    expect(differences(left, '{"a":1}', ['$.m'])).toEqual([]);
    expect(differences('{"a":1}', '{"a":2}', ['not[a path'])).toEqual(['changed $.a 1 2']);
  });

  test('an ignored path at any depth leaves items that differ in it alone paired as the same', () => {
    const items = (shift: number, ...ids: number[]): string =>
      JSON.stringify(ids.map((id) => ({ id, at: id * 10 + shift })));
    expect(differences(items(0, 1, 2, 3), items(5, 1, 3), ['$..at'])).toEqual([
      'removed $[1] {"id":2,"at":20} –',
    ]);
    expect(differences('{"l":[{"x":1},{"x":2}]}', '{"l":[{"x":1},{"x":9}]}', ['$.l[-1]'])).toEqual([]);
  });

  test('says which text is no JSON', () => {
    expect(compareJson('{', '{}')).toEqual({ ok: false, noJson: 'left' });
    expect(compareJson('{}', '')).toEqual({ ok: false, noJson: 'right' });
    expect(compareJson('START', '[1,]')).toEqual({ ok: false, noJson: 'both' });
  });

  test('counts what is too much to look at, and cuts long values', () => {
    const list = (shift: number): string =>
      JSON.stringify(Array.from({ length: 5_000 }, (_, at) => at + shift));
    const compared = compareJson(list(0), list(1_000_000));
    expect(compared).toMatchObject({ ok: true, count: 5_000 });
    expect(compared.ok && compared.differences.length).toBe(mostDifferences);
    const [line = ''] = differences(`["${'x'.repeat(9_000)}"]`, '[1]');
    expect(line.length).toBeLessThan(350);
  });

  test('follows what is nested deeper than any call stack', () => {
    const deep = (inside: string): string => `${'['.repeat(20_000)}${inside}${']'.repeat(20_000)}`;
    const compared = compareJson(deep('1'), deep('2'));
    expect(compared).toMatchObject({ ok: true, count: 1 });
    expect(compared.ok && compared.differences[0]?.path.length).toBe(20_000);
  });

  test('any document is the same as itself, however its members are ordered and spelled', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, inside]) => [name, shuffled(inside)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(JSON.stringify(value), JSON.stringify(shuffled(value), null, 3))).toEqual([]);
      }),
    );
  });

  test('comparing the other way round mirrors the differences, and none means equal values', () => {
    const mirrored: Record<string, string> = { added: 'removed', removed: 'added' };
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
        const [there, back] = [compareJson(left, right), compareJson(right, left)];
        if (!there.ok || !back.ok) throw new Error('Both are JSON.');
        expect(there.count === 0).toBe(differences(left, right).length === 0);
        const lines = (found: typeof there, turned: boolean): string[] =>
          found.differences
            .map(({ kind, left: from, right: to }) =>
              turned ? `${mirrored[kind] ?? kind} ${to} ${from}` : `${kind} ${from} ${to}`,
            )
            .toSorted();
        expect(lines(back, true)).toEqual(lines(there, false));
        if (there.count === 0) expect(JSON.parse(left)).toEqual(JSON.parse(right));
      }),
    );
  });
});
