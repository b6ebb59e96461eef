import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellJson } from './cell-json.ts';
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

describe('rows that are planned', () => {
  test('are named by number and path where something is wrong', () => {
    const typed: VariantsTable = {
      ...table(['$.n'], [['1'], ['x'], ['3']]),
      columns: [{ path: '$.n', type: 'number' }],
    };
    const plan = planRows('{"n":0}', typed);
    expect(plan.problems).toEqual([
      { row: 2, path: '$.n', message: 'x is not a JSON number.', isVariable: false },
    ]);
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
    expect(planRows('{}', named, { variables: () => ({ always: [], check: () => [] }) })).toMatchObject({
      problems: [],
      rows: [0],
    });
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
