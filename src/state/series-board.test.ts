import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '../core/index.ts';
import { createSeriesBoard, type SeriesOrder, type SeriesProgress } from './series-board.ts';
import { setUp, type SetUp } from './run-service.fixture.ts';
import type { SeriesEnd } from './series-types.ts';
import { answer, connection, deferred, failure, runRequest, until } from './state.fixture.ts';

function board(options: SetUp = {}, ask: (start: () => void) => void = (start) => start()) {
  const { service, records } = setUp(options);
  const over: SeriesProgress[] = [];
  const soon: (() => void)[] = [];
  const made = createSeriesBoard({
    service,
    monotonicMs: () => 0,
    ask: (_command, start) => ask(start),
    soon: (callback) => soon.push(callback),
    onOver: (progress) => over.push(progress),
  });
  return { ...made, records, over, soon };
}

function order(count: number, patch: Partial<SeriesOrder> = {}): SeriesOrder {
  return {
    kind: 'variants',
    plan: {
      mark: { id: 's1', runs: count, ofDraft: 'd1' },
      concurrency: 1,
      item: () => ({ request: runRequest(), connection: connection() }),
    },
    ...patch,
  };
}

describe('the board of series', () => {
  test('tells how far a series is, once a while however fast runs end, and once that it is over', async () => {
    const gates = Array.from({ length: 3 }, () => deferred<InvokeResult>());
    let sent = 0;
    const { store, start, over, soon } = board({
      invoke: () => gates[sent++]?.promise ?? Promise.resolve(answer()),
    });
    const ends: SeriesEnd[] = [];
    expect(await start(order(3, { onOver: (end) => ends.push(end) }))).toBe('asked');
    expect(store.getState().current).toMatchObject({ total: 3, ended: 0, phase: 'running' });
    gates[0]?.resolve(answer());
    gates[1]?.resolve(failure());
    await until(() => expect(sent).toBe(3));
    expect(soon).toHaveLength(1);
    soon[0]?.();
    expect(store.getState().current).toMatchObject({ ended: 2, failed: 1 });
    gates[2]?.resolve(answer());
    await until(() => expect(over).toHaveLength(1));
    expect(over[0]).toMatchObject({ kind: 'variants', ended: 3, failed: 1, phase: 'over', end: 'done' });
    expect(ends).toEqual(['done']);
  });

  test('has one series at a time', async () => {
    const gate = deferred<InvokeResult>();
    const { start, over, records } = board({ invoke: () => gate.promise });
    expect(await start(order(1))).toBe('asked');
    expect(await start(order(1))).toBe('busy');
    gate.resolve(answer());
    await until(() => expect(over).toHaveLength(1));
    expect(await start(order(1))).toBe('asked');
    await until(() => expect(over).toHaveLength(2));
    expect(new Set(records.map(({ id }) => id)).size).toBe(2);
  });

  test('starts nothing before what has to be asked was answered, and then once', async () => {
    const starts: (() => void)[] = [];
    const { store, start, over, records } = board({}, (begin) => starts.push(begin));
    await start(order(1));
    await start(order(1));
    expect([store.getState().current, records]).toEqual([null, []]);
    starts[1]?.();
    starts[0]?.();
    await until(() => expect(over).toHaveLength(1));
    expect(new Set(records.map(({ id }) => id)).size).toBe(1);
  });

  test('stops and abandons what is under way', async () => {
    const gate = deferred<InvokeResult>();
    const stopped = board({ invoke: () => gate.promise });
    await stopped.start(order(5));
    stopped.stop();
    expect(stopped.store.getState().current?.phase).toBe('stopping');
    gate.resolve(answer());
    await until(() => expect(stopped.over).toMatchObject([{ end: 'stopped', ended: 1, failed: 0 }]));

    let sent = 0;
    const abandoned = board({
      invoke: (_input, options) =>
        new Promise((resolve) => {
          sent += 1;
          options?.signal?.addEventListener('abort', () => resolve(failure({ kind: 'aborted' })));
        }),
    });
    await abandoned.start(order(5));
    await until(() => expect(sent).toBe(1));
    abandoned.abandon();
    await until(() => expect(abandoned.over).toMatchObject([{ end: 'stopped', ended: 1, failed: 1 }]));
  });

  test('starts nothing whose first run can’t be sent, and says which or why', async () => {
    const told: unknown[] = [];
    const { service } = setUp();
    const { start, store } = createSeriesBoard({
      service,
      monotonicMs: () => 0,
      ask: (_command, begin) => begin(),
      soon: () => undefined,
      prepare: async (item) => ({ ...item, refusal: { code: 'no', message: 'No.', nextStep: 'Stop.' } }),
      onHeldBack: ({ refusal }) => told.push(refusal?.message),
      onFault: (reason) => told.push(reason),
    });
    expect(await start(order(2))).toBe('held-back');
    const fault = new RangeError('a bug');
    const { plan } = order(2);
    expect(await start(order(2, { plan: { ...plan, item: () => Promise.reject(fault) } }))).toBe('held-back');
    expect([store.getState().current, told]).toEqual([null, ['No.', fault]]);
  });

  test('sends nothing where there is nothing to send', async () => {
    const { start, store } = board();
    const { plan } = order(1);
    expect(await start(order(1, { plan: { ...plan, item: () => null } }))).toBe('held-back');
    expect(store.getState().current).toBeNull();
  });
});
