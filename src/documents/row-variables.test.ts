import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VariableContext } from './variables/evaluate.ts';
import { expandVariables } from './variables/expand-variables.ts';
import { planRows, type PlannedRows } from './variants/plan-rows.ts';
import { rowValues } from './variants/fill-payload.ts';
import { rowVariables } from './row-variables.ts';
import { emptyVariants, type VariantsTable } from './variants/variants-table.ts';

const context: VariableContext = {
  nowMs: 0,
  randomUUID: () => 'u',
  random: () => 0,
  env: new Map([['table', 'orders']]),
};

const table = (paths: string[], rows: string[][]): VariantsTable => ({
  ...emptyVariants,
  columns: paths.map((path) => ({ path, type: 'auto' as const })),
  rows,
});

const plan = (payload: string, made: VariantsTable, patch: Partial<VariableContext> = {}): PlannedRows =>
  planRows(payload, made, {
    variables: (filler) =>
      rowVariables({ payload, columns: made.columns, filler, context: { ...context, ...patch } }),
  });

describe('variables of the rows of a table', () => {
  test('that only a later row lacks are named by that row and its column', () => {
    const rows = [['a'], ['b'], ['{{env.colour}}'], ['{{env.table}}']];
    expect(plan('{"id":"x"}', table(['$.id'], rows)).problems).toEqual([
      { row: 3, path: '$.id', message: 'The environment has no value colour.', isVariable: true },
    ]);
  });

  test('of the payload are told once, and only of the rows that keep its value', () => {
    const payload = '{"id":"{{env.id}}","at":"{{env.at}} {{env.at}}"}';
    const { problems } = plan(payload, table(['$.id'], [['1'], [''], ['3']]));
    expect(problems.map(({ row, path, message }) => [row, path, message])).toEqual([
      [null, null, 'The environment has no value at.'],
      [2, '$.id', 'The environment has no value id.'],
    ]);
  });

  test('get the values of their row, of the type that they have', () => {
    const rows = [['1'], ['many'], ['2']];
    const { problems } = plan('{"n":"{{n|number}}"}', table(['{{n}}'], rows));
    expect(problems).toMatchObject([{ row: 2, path: null, message: 'The value of {{n}} is no number.' }]);
  });

  test('in a member that a row adds are looked at, and an escape is none', () => {
    const rows = [
      ['{{{{env.c}}', ''],
      ['', '1'],
    ];
    const { problems } = plan('{}', table(['$.a', "$['{{env.b}}']"], rows));
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [2, 'The environment has no value b.'],
    ]);
  });

  test('are not looked at where they are sent as they are', () => {
    expect(planRows('{"id":"{{env.id}}"}', table(['$.id'], [['{{env.x}}'], ['']])).problems).toEqual([]);
  });

  test('are missed in no row that expanding its whole payload would refuse', () => {
    const piece = fc.constantFrom('a', '{{env.table}}', '{{env.no}}', '{{n|number}}', '{{{{', '{{n}}', '7');
    const words = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
    const cell = fc.oneof(words, fc.constant(''));
    fc.assert(
      fc.property(words, words, fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (id, body, rows) => {
        const payload = JSON.stringify({ id, body, more: {} });
        const made = table(['$.id', '$.more.x', '{{n}}'], rows);
        const { problems, filler } = plan(payload, made);
        const refused = rows.flatMap((cells, index) => {
          const values = rowValues(made.columns, cells);
          const { problems: found } = expandVariables(filler.fill(cells), { ...context, values });
          return found.length > 0 ? [index + 1] : [];
        });
        const always = problems.some(({ row }) => row === null);
        const told = new Set(problems.flatMap(({ row }) => row ?? []));
        if (always) expect(refused).toHaveLength(rows.length);
        else expect([...told]).toEqual(refused);
      }),
    );
  });

  test('are looked up once where they are the same for each of a thousand rows', () => {
    const asked: string[] = [];
    class Counted extends Map<string, string> {
      override get(name: string): string | undefined {
        asked.push(name);
        return super.get(name);
      }
    }
    const rows = Array.from({ length: 1_000 }, (_, index) => [`ord_${index}`, String(index)]);
    const many = Array.from({ length: 500 }, () => '{{env.table}}');
    const payload = JSON.stringify({ id: 'x', n: '{{n|number}}', many });
    const env = new Counted(context.env);
    const { problems } = plan(payload, table(['$.id', '{{n}}'], rows), { env });
    expect([problems, asked]).toEqual([[], ['table']]);
  });
});
