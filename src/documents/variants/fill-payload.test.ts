import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payloadFiller } from './fill-payload.ts';

describe('a payload filled with a row', () => {
  const payload = '{ "id":"a",\r\n  "n": 1.0, "n": 2,"deep":{"x" : [1,  2]} , "e":"\\u0041"}';

  test('keeps every character outside the replaced values, and fills each duplicate', () => {
    const { fill, problems } = payloadFiller(payload, [
      { path: '$.n', type: 'auto' },
      { path: 'deep.x[-1]', type: 'text' },
    ]);
    expect(problems).toEqual([]);
    expect(fill(['3.10', 'y'])).toBe(
      '{ "id":"a",\r\n  "n": 3.10, "n": 3.10,"deep":{"x" : [1,  "y"]} , "e":"\\u0041"}',
    );
    expect(fill(['', 'y'])).toContain('"n": 1.0, "n": 2,');
  });

  test('names paths that lead nowhere, overlap or are none', () => {
    const paths = ['$.deep', '$.deep.x', '$.no.where', '$.[', ''];
    const { problems } = payloadFiller(
      payload,
      paths.map((path) => ({ path, type: 'auto' as const })),
    );
    expect(problems.map(({ column }) => column).toSorted()).toEqual([1, 2, 3, 4]);
    expect(problems.find(({ column }) => column === 1)?.message).toContain('lies within $.deep');
  });

  test.for([
    ['{"a":1}', ['$.b'], ['2'], '{"a":1,"b":2}'],
    ['{\r\n  "a" : 1\r\n}', ['$.b'], ['x'], '{\r\n  "a" : 1,\r\n  "b" : "x"\r\n}'],
    ['{"a":1, "o": { }}', ['$.o.b', '$.o.c'], ['1', '2'], '{"a":1, "o": {"b":1,"c":2 }}'],
    ['{"o":{}}', ['$.o.b', '$.o.c'], ['', '2'], '{"o":{"c":2}}'],
    ['{"a":1.0}', ['$.a', '$.b', '$.c'], ['2.0', '1', '2'], '{"a":2.0,"b":1,"c":2}'],
    ['[{"a":1},{"a":2},3]', ['$[*].b'], ['0'], '[{"a":1,"b":0},{"a":2,"b":0},3]'],
    ['{"a, \\":":1}', ['$["b c"]'], ['1'], '{"a, \\":":1,"b c":1}'],
    ['{"a":1}', ['$.b'], [''], '{"a":1}'],
  ] as const)(
    '%s gets a member at %j that it lacks, spelled as the last one',
    ([text, paths, cells, made]) => {
      const columns = paths.map((path) => ({ path, type: 'auto' as const }));
      const { problems, added, fill } = payloadFiller(text, columns);
      expect(problems).toEqual([]);
      expect([...added]).toContain(paths.length - 1);
      expect(fill(cells)).toBe(made);
      expect(fill(paths.map(() => ''))).toBe(text);
    },
  );

  test('gets no item, nothing at any depth, and no member twice', () => {
    const paths = ['$.list[5]', '$..b', '$.n.x', '$.new', '$.new', '$.deep', '$.deep.y'];
    const { problems } = payloadFiller(
      '{"list":[1],"n":1,"deep":{}}',
      paths.map((path) => ({ path, type: 'auto' as const })),
    );
    expect(problems.map(({ column }) => column).toSorted()).toEqual([0, 1, 2, 4, 6]);
  });

  test('that gets a member is otherwise the same', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.nat(3),
        (value, name, space) => {
          const path = `$[${JSON.stringify(name)}]`;
          const { [name]: _gone, ...before } = value;
          const text = JSON.stringify(before, null, space);
          const { added, fill } = payloadFiller(text, [{ path, type: 'json' }]);
          expect(added.size).toBe(1);
          const made: unknown = JSON.parse(fill(['[1]']));
          expect(Object.entries(made ?? {})).toHaveLength(Object.keys(before).length + 1);
          // A minus zero is written as a zero.
          const wanted = { ...(JSON.parse(text) as object), [name]: [1] };
          expect(made).toEqual(wanted);
          expect(fill([''])).toBe(text);
        },
      ),
    );
  });

  test('is refused where the payload is no JSON', () => {
    expect(payloadFiller('{"a":', [{ path: '$.a', type: 'auto' }]).problems[0]?.message).toMatch(
      /^The payload is not JSON \(line 1/,
    );
  });

  test('with its own values is the same payload', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const [name = ''] = Object.keys(value);
        const path = `$[${JSON.stringify(name)}]`;
        const filler = payloadFiller(text, [{ path, type: 'json' }]);
        const filled = filler.fill([JSON.stringify(value[name])]);
        expect(filler.fill([''])).toBe(text);
        expect(JSON.parse(filled)).toEqual(JSON.parse(text));
      }),
    );
  });
});
