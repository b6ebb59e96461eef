import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellJson } from './cell-json.ts';
import { payloadFiller } from './fill-payload.ts';
import { planRows, shuffled } from './plan-rows.ts';
import { listCells, rangeCells } from './range-cells.ts';
import { readCsv } from './read-csv.ts';
import { readRows } from './read-rows.ts';
import { addColumn, addRows, fillColumn, pasteBlock, removeColumn, replaceRows } from './table-edits.ts';
import { emptyVariants, readVariants, type VariantsTable } from './variants-table.ts';

const table = (paths: string[], rows: string[][]): VariantsTable => ({
  ...emptyVariants,
  columns: paths.map((path) => ({ path, type: 'auto' as const })),
  rows,
});

describe('a cell', () => {
  test.each([
    ['1.0', '1.0'],
    ['1e400', '1e400'],
    [' true ', 'true'],
    ['{"a": 1}', '{"a": 1}'],
    ['"12"', '"12"'],
    ['ord_1', '"ord_1"'],
    [' ord ', '" ord "'],
    ['007', '"007"'],
    ['', null],
  ])('that holds %j becomes %j by itself', (text, source) => {
    expect(cellJson(text, 'auto')).toEqual({ ok: true, source });
  });

  test('is a string as text, and is refused where it is no number or no JSON', () => {
    expect(cellJson('12', 'text')).toEqual({ ok: true, source: '"12"' });
    expect(cellJson('', 'text')).toEqual({ ok: true, source: '""' });
    expect(cellJson('1.50', 'number')).toEqual({ ok: true, source: '1.50' });
    expect(cellJson('12a', 'number')).toEqual({ ok: false, message: '12a is not a JSON number.' });
    expect(cellJson('{a}', 'json')).toEqual({ ok: false, message: '{a} is not JSON.' });
    expect(cellJson('\uD800', 'text').ok).toBe(false);
  });
});

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

  test.each([
    ['{"a":1}', ['$.b'], ['2'], '{"a":1,"b":2}'],
    ['{\r\n  "a" : 1\r\n}', ['$.b'], ['x'], '{\r\n  "a" : 1,\r\n  "b" : "x"\r\n}'],
    ['{"a":1, "o": { }}', ['$.o.b', '$.o.c'], ['1', '2'], '{"a":1, "o": {"b":1,"c":2 }}'],
    ['{"o":{}}', ['$.o.b', '$.o.c'], ['', '2'], '{"o":{"c":2}}'],
    ['{"a":1.0}', ['$.a', '$.b', '$.c'], ['2.0', '1', '2'], '{"a":2.0,"b":1,"c":2}'],
    ['[{"a":1},{"a":2},3]', ['$[*].b'], ['0'], '[{"a":1,"b":0},{"a":2,"b":0},3]'],
    ['{"a, \\":":1}', ['$["b c"]'], ['1'], '{"a, \\":":1,"b c":1}'],
    ['{"a":1}', ['$.b'], [''], '{"a":1}'],
  ])('%s gets a member at %j that it lacks, spelled as the last one', (text, paths, cells, made) => {
    const columns = paths.map((path) => ({ path, type: 'auto' as const }));
    const { problems, added, fill } = payloadFiller(text, columns);
    expect(problems).toEqual([]);
    expect([...added]).toContain(paths.length - 1);
    expect(fill(cells)).toBe(made);
    expect(fill(paths.map(() => ''))).toBe(text);
  });

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
          expect(made).toEqual(Object.fromEntries([...Object.entries(before), [name, [1]]]));
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

describe('rows that are planned', () => {
  test('are named by number and path where something is wrong', () => {
    const typed: VariantsTable = {
      ...table(['$.n'], [['1'], ['x'], ['3']]),
      columns: [{ path: '$.n', type: 'number' }],
    };
    const plan = planRows('{"n":0}', typed);
    expect(plan.problems).toEqual([{ row: 2, path: '$.n', message: 'x is not a JSON number.' }]);
    expect(planRows('{"n":0}', typed, { chosen: new Set([0, 2]) })).toMatchObject({
      problems: [],
      rows: [0, 2],
      left: 0,
    });
  });

  test('end at the cap, and need a column', () => {
    const capped = { ...table(['$.n'], [['1'], ['2'], ['3']]), cap: 2 };
    expect(planRows('{"n":0}', capped)).toMatchObject({ rows: [0, 1], left: 1 });
    expect(planRows('{}', table([], [])).problems[0]?.message).toContain('no column');
    const named = table(['{{who}}'], [['Ada']]);
    expect(planRows('{}', named).problems[0]?.message).toContain('Variables are off');
    expect(planRows('{}', named, { hasVariables: true })).toMatchObject({ problems: [], rows: [0] });
  });

  test('are shuffled without losing one', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const rows = Array.from({ length: 50 }, (_, index) => index);
    const order = shuffled(rows, random);
    expect(order).not.toEqual(rows);
    expect(order.toSorted((a, b) => a - b)).toEqual(rows);
  });
});

describe('rows read from a text', () => {
  test('CSV with quotes, line ends in cells, doubled quotes and a byte order mark', () => {
    expect(readCsv('\uFEFFa,"b ""c"", d"\r\n"x\ny",2\n\n3,')).toEqual([
      ['a', 'b "c", d'],
      ['x\ny', '2'],
      ['3', ''],
    ]);
    expect(readCsv('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(readCsv('"never closed,1')).toEqual([['"never closed', '1']]);
  });

  test('any cells survive being written and read', () => {
    const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(readCsv(text, ',')).toEqual(rows);
      }),
    );
  });

  test('CSV names its paths in the first line; a name that is no path is a member', () => {
    expect(readRows('$.order.id,n,order id\nord_1,1.0,x')).toEqual({
      ok: true,
      format: 'CSV',
      paths: ['$.order.id', '$.n', '$["order id"]'],
      rows: [['ord_1', '1.0', 'x']],
    });
    expect(readRows('{{who}},n\nAda,1')).toMatchObject({ format: 'CSV', paths: ['{{who}}', '$.n'] });
    expect(readRows('a,b\n1,2,3')).toMatchObject({ ok: false, message: expect.stringContaining('Row 1') });
    expect(readRows('$.a[?(@.b)]\n1')).toMatchObject({ ok: false });
  });

  test('JSON lines and arrays keep spellings, and strings that read as JSON keep their quotes', () => {
    expect(readRows('{"n":1.0,"s":"x"}\n\n{"s":"12","b":true}')).toEqual({
      ok: true,
      format: 'JSON lines',
      paths: ['$.n', '$.s', '$.b'],
      rows: [
        ['1.0', 'x', ''],
        ['', '"12"', 'true'],
      ],
    });
    expect(readRows('[{"n":1}, {"n":2}]')).toMatchObject({ format: 'JSON', rows: [['1'], ['2']] });
    expect(readRows('{"n":1}\n{"n":')).toMatchObject({
      message: expect.stringMatching(/^Line 2 is not JSON/),
    });
    expect(readRows('[1]')).toMatchObject({ ok: false });
  });
});

describe('values of a range', () => {
  test('are counted in whole last digits', () => {
    expect(rangeCells({ from: '0.1', to: '0.5', step: '0.1' })).toEqual({
      ok: true,
      cells: ['0.1', '0.2', '0.3', '0.4', '0.5'],
    });
    expect(rangeCells({ from: '2', to: '-2', step: '-2' })).toEqual({ ok: true, cells: ['2', '0', '-2'] });
    expect(rangeCells({ from: '1', to: '2', step: '0.75' })).toEqual({ ok: true, cells: ['1.00', '1.75'] });
  });

  test.each([
    [{ from: '1', to: '5', step: '0' }, 'step'],
    [{ from: '1', to: '5', step: '-1' }, 'step'],
    [{ from: 'a', to: '5', step: '1' }, 'from'],
    [{ from: '1', to: '1e9', step: '1' }, 'to'],
    [{ from: '1', to: '1000000', step: '1' }, 'step'],
  ] as const)('%j is refused at its field', (range, field) => {
    expect(rangeCells(range)).toMatchObject({ ok: false, field });
  });

  test('are listed by lines, or by commas', () => {
    expect(listCells('a, b,c')).toEqual(['a', 'b', 'c']);
    expect(listCells('a, b\n\nc')).toEqual(['a, b', 'c']);
  });
});

describe('a table of values', () => {
  test('takes a block as a spreadsheet copies it, and grows by it', () => {
    const pasted = pasteBlock(table(['a', 'b'], [['1', '2']]), { row: 0, column: 1 }, [['x', 'lost'], ['y']]);
    expect(pasted.rows).toEqual([
      ['1', 'x'],
      ['', 'y'],
    ]);
  });

  test('is filled, widened and narrowed column by column', () => {
    const filled = fillColumn(addColumn(table(['a'], [['1']]), 'b'), 1, ['x', 'y']);
    expect(filled.rows).toEqual([
      ['1', 'x'],
      ['', 'y'],
    ]);
    expect(removeColumn(filled, 0).rows).toEqual([['x'], ['y']]);
    expect(removeColumn(removeColumn(filled, 0), 0)).toMatchObject({ columns: [], rows: [] });
  });

  test('takes rows by their paths', () => {
    const read = { paths: ['b', 'a'], rows: [['2', '1']] };
    expect(addRows(table(['a'], [['0']]), read)).toMatchObject({
      columns: [{ path: 'a' }, { path: 'b' }],
      rows: [
        ['0', ''],
        ['1', '2'],
      ],
    });
    expect(replaceRows(table(['a'], [['0']]), read).rows).toEqual([['2', '1']]);
  });

  test('that was kept is read again; a damaged one is an empty one', () => {
    const kept = table(['$.a'], [['1'], ['2']]);
    expect(readVariants(structuredClone(kept))).toEqual(kept);
    expect(readVariants({ ...structuredClone(kept), rows: [['1', 'too much'], []] }).rows).toEqual([
      ['1'],
      [''],
    ]);
    for (const damaged of [null, 1, {}, { ...kept, rows: 'x' }, { ...kept, concurrency: 50 }])
      expect(readVariants(damaged)).toBe(emptyVariants);
  });
});
