import { describe, expect, test } from 'vitest';
import type { InvokeInput, InvokeResult } from '../core/index.ts';
import { planRows } from '../documents/variants/plan-rows.ts';
import { emptyVariants, type VariantsTable } from '../documents/variants/variants-table.ts';
import { newDraft } from './draft.ts';
import { createSeriesBoard, type SeriesStart } from './series-board.ts';
import { setUp, type SetUp } from './run-service.fixture.ts';
import { answer, connection, payload, until } from './state.fixture.ts';
import { createVariantRuns } from './variant-runs.ts';

const table: VariantsTable = {
  ...emptyVariants,
  columns: [{ path: '$.n', type: 'auto' }],
  rows: [['1.0'], ['2'], ['x']],
  fields: ['$.a'],
};
const text = '{ "n":0}';

function variants(options: SetUp = {}, isPrivate = false) {
  const { service } = setUp({ isPrivate: () => isPrivate, ...options });
  const board = createSeriesBoard({
    service,
    monotonicMs: () => 0,
    ask: (_command, start) => start(),
    soon: (callback) => setTimeout(callback, 0),
  });
  const made = createVariantRuns({
    board,
    readRun: async () => null,
    randomUUID: () => 's1',
    random: () => 0,
    soon: (callback) => setTimeout(callback, 0),
  });
  const draft = newDraft('d1', { functionName: 'hello', payload: payload(`\uFEFF${text}`), isPrivate });
  const start = (patch: Partial<VariantsTable> = {}): Promise<SeriesStart> => {
    const used = { ...table, ...patch };
    return made.start({ draft, connection: connection(), table: used, plan: planRows(text, used) });
  };
  const results = () => made.store.getState().byDraft['d1'];
  return { ...made, start, results };
}

const sent = ({ payload: body }: InvokeInput): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(body instanceof Uint8Array ? body : undefined);

describe('variants of a payload', () => {
  test('send each row once, byte for byte but for its values, and keep what the table shows', async () => {
    const bodies: string[] = [];
    const { start, results } = variants({
      invoke: async (input): Promise<InvokeResult> => {
        bodies.push(sent(input));
        return answer();
      },
    });
    expect(await start()).toBe('asked');
    await until(() => expect(results()?.end).toBe('done'));
    expect(bodies).toEqual(['\uFEFF{ "n":1.0}', '\uFEFF{ "n":2}', '\uFEFF{ "n":"x"}']);
    expect(results()).toMatchObject({ total: 3, columns: table.columns });
    expect(results()?.results.map(({ row, cells, outcome }) => [row, cells, outcome])).toEqual([
      [1, ['1.0'], 'success'],
      [2, ['2'], 'success'],
      [3, ['x'], 'success'],
    ]);
  });

  test('can be shuffled, and are run as far as the cap', async () => {
    const { start, results } = variants();
    await start({ order: 'shuffled', cap: 2 });
    await until(() => expect(results()?.end).toBe('done'));
    expect(results()?.results.map(({ row }) => row)).toEqual([2, 1]);
  });

  test('that are private are kept with their results, and let go with them', async () => {
    const { start, results, privateRun, clear, lookUp } = variants({}, true);
    await start();
    await until(() => expect(results()?.end).toBe('done'));
    const id = results()?.results[0]?.runId ?? '';
    expect(results()?.results[0]?.isPrivate).toBe(true);
    expect(privateRun(id)?.request.functionName).toBe('hello');
    await lookUp('d1', '$.nothing');
    expect(results()?.results[0]?.fields).toHaveProperty(['$.nothing'], null);
    clear('d1');
    expect([privateRun(id), results()]).toEqual([null, undefined]);
  });
});
