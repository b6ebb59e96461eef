import { describe, expect, test } from 'vitest';
import type { InvokeInput, InvokeResult } from '../core/index.ts';
import { item, sent, series } from './run-series.fixture.ts';
import type { SetUp } from './run-service.fixture.ts';
import { maxSeriesRuns, type SeriesItem } from './series-types.ts';
import { answer, deferred, failure, until } from './state.fixture.ts';

describe('a series of runs', () => {
  test('sends each item once, in its order, and records each as a run', async () => {
    const payloads: string[] = [];
    const invoke = async (input: InvokeInput): Promise<InvokeResult> => {
      payloads.push(sent(input));
      return answer();
    };
    const { done, ended, records, runs } = series({}, { invoke });
    expect(await done).toBe('done');
    expect(payloads).toEqual(['0', '1', '2']);
    expect(ended.map(([index, { outcome }]) => [index, outcome])).toEqual([
      [0, 'success'],
      [1, 'success'],
      [2, 'success'],
    ]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(3);
    // Shown by whoever ordered them, and not as runs of the page.
    expect(runs.getState()).toMatchObject({ byDraft: {}, count: 0 });
  });

  test('has as many under way as was said, five at most', async () => {
    for (const [asked, expected] of [
      [2, 2],
      [50, 5],
      [0, 1],
    ] as const) {
      const gates: (() => void)[] = [];
      const invoke = (): Promise<InvokeResult> => {
        const gate = deferred<InvokeResult>();
        gates.push(() => gate.resolve(answer()));
        return gate.promise;
      };
      const mark = { id: 's1', runs: 7, ofDraft: 'd1' };
      const { done, service } = series({ mark, concurrency: asked }, { invoke });
      await until(() => expect(gates).toHaveLength(expected));
      expect(service.running()).toHaveLength(expected);
      for (let open = 0; open < 7; open += 1) {
        await until(() => expect(gates.length).toBeGreaterThan(open));
        gates[open]?.();
      }
      expect(await done).toBe('done');
    }
  });

  test('sends every item where more could be under way than there are, and where making them takes a while', async () => {
    const late = async (index: number): Promise<SeriesItem> => {
      await new Promise((resolve) => setTimeout(resolve, 5 * (3 - index)));
      return item(index);
    };
    for (const runs of [1, 2, 3]) {
      const { done, ended } = series({ mark: { id: 's1', runs, ofDraft: 'd1' }, concurrency: 5, item: late });
      expect(await done).toBe('done');
      expect(ended.map(([index]) => index).toSorted()).toEqual([0, 1, 2].slice(0, runs));
    }
    const open = series({
      mark: { id: 's1', runs: 50, ofDraft: 'd1' },
      concurrency: 5,
      item: (index) => (index < 3 ? late(index) : null),
    });
    expect(await open.done).toBe('done');
    expect(open.ended).toHaveLength(3);
  });

  test('ends where there are no more items, and at the cap', async () => {
    const mark = { id: 's1', runs: 50, ofDraft: 'd1' };
    const few = series({ mark, item: (index) => (index < 4 ? item(index) : null) });
    expect(await few.done).toBe('done');
    expect(few.ended).toHaveLength(4);
    expect(maxSeriesRuns).toBe(10_000);
  });

  test('starts nothing more after an error, if that was asked for', async () => {
    const invoke = async (): Promise<InvokeResult> => failure();
    const stopping = series({ stopOnError: true }, { invoke });
    expect(await stopping.done).toBe('error');
    expect(stopping.ended).toHaveLength(1);
    const going = series({}, { invoke });
    expect(await going.done).toBe('done');
    expect(going.ended).toHaveLength(3);
  });

  test('starts nothing more when its time is over', async () => {
    const { done, ended, clock } = series({ budgetMs: 100, onStart: () => (clock.ms += 60) });
    expect(await done).toBe('budget');
    expect(ended).toHaveLength(2);
  });

  test('that is stopped waits for what is under way and starts nothing more', async () => {
    const gate = deferred<InvokeResult>();
    const { done, stop, ended, service } = series({}, { invoke: () => gate.promise });
    await until(() => expect(service.running()).toHaveLength(1));
    stop();
    gate.resolve(answer());
    expect(await done).toBe('stopped');
    expect(ended.map(([, { outcome }]) => outcome)).toEqual(['success']);
  });

  test('that is abandoned waits for nothing', async () => {
    const invoke: SetUp['invoke'] = (_input, options) =>
      new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve(failure({ kind: 'aborted' })));
      });
    const { done, abandon, ended, service } = series({ concurrency: 2 }, { invoke });
    await until(() => expect(service.running()).toHaveLength(2));
    abandon();
    expect(await done).toBe('stopped');
    expect(ended.map(([, { outcome }]) => outcome)).toEqual(['cancelled', 'cancelled']);
  });

  test('passes every guard with its mark, and is refused run by run', async () => {
    const marks: unknown[] = [];
    const refusal = { code: 'no', message: 'No.', nextStep: 'Stop.' };
    const { done, ended } = series(
      { stopOnError: true },
      {
        guards: [
          ({ series: mark }) => {
            marks.push(mark);
            return { ok: false, refusal };
          },
        ],
      },
    );
    expect(await done).toBe('error');
    expect(marks).toEqual([{ id: 's1', runs: 3, ofDraft: 'd1' }]);
    expect(ended.map(([, run]) => run.refusal)).toEqual([refusal]);
  });

  test('sends nothing of an item that has a refusal, and goes on or stops as after any error', async () => {
    const payloads: string[] = [];
    const invoke = async (input: InvokeInput): Promise<InvokeResult> => {
      payloads.push(sent(input));
      return answer();
    };
    const refusal = { code: 'no-value', message: 'No value.', nextStep: 'Give it one.' };
    const second = (index: number): SeriesItem => ({ ...item(index), ...(index === 1 ? { refusal } : {}) });
    const going = series({ item: second }, { invoke });
    expect(await going.done).toBe('done');
    expect(going.ended.map(([, run]) => [run.outcome, run.refusal])).toEqual([
      ['success', null],
      ['not-sent', refusal],
      ['success', null],
    ]);
    expect(new Set(going.records.map(({ id }) => id)).size).toBe(2);
    const stopping = series({ item: second, stopOnError: true }, { invoke });
    expect(await stopping.done).toBe('error');
    expect(payloads).toEqual(['0', '2', '0']);
  });

  test('ends with a word when an item can’t be made', async () => {
    const { done, ended } = series({
      item: (index) => (index === 1 ? Promise.reject(new RangeError('a bug')) : item(index)),
    });
    expect(await done).toBe('fault');
    expect(ended).toHaveLength(1);
  });
});
