import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '../core/index.ts';
import { item, sent, series } from './run-series.fixture.ts';
import { answer, deferred, until } from './state.fixture.ts';
import type { Run } from './types.ts';

describe('a series of runs that end fast', () => {
  const mark = { id: 's1', runs: 40, ofDraft: 'd1' };
  const number = (run: Run): string => new TextDecoder().decode(run.request.payload.bytes);

  test('makes and records the next ones ahead, and sends each once, in its order, no more at once than said', async () => {
    const sentNow: string[] = [];
    const most = { ahead: 0, atOnce: 0 };
    let made = 0;
    let atOnce = 0;
    const { done, records, clock } = series(
      {
        mark,
        concurrency: 2,
        item: (index) => {
          made += 1;
          most.ahead = Math.max(most.ahead, made - sentNow.length - atOnce);
          return item(index);
        },
        onStart: () => (clock.ms += 2),
      },
      {
        invoke: async (input) => {
          const one = sent(input);
          expect(records.map(number)).toContain(one);
          sentNow.push(one);
          atOnce += 1;
          most.atOnce = Math.max(most.atOnce, atOnce);
          await Promise.resolve();
          atOnce -= 1;
          return answer();
        },
      },
    );
    expect(await done).toBe('done');
    expect(sentNow).toEqual(Array.from({ length: 40 }, (_, index) => String(index)));
    expect(made).toBe(40);
    expect(most.atOnce).toBe(2);
    expect(most.ahead).toBeGreaterThan(8);
    expect(most.ahead).toBeLessThanOrEqual(34);
  });

  test('sends none of those that were ahead when it is stopped, and leaves no record of them', async () => {
    const gate = deferred<InvokeResult>();
    const payloads: string[] = [];
    const { done, stop, ended, records, clock, events } = series(
      { mark, onStart: () => (clock.ms += 2) },
      {
        invoke: async (input) => {
          payloads.push(sent(input));
          return payloads.length === 10 ? gate.promise : answer();
        },
      },
    );
    await until(() => expect(records.length).toBeGreaterThan(2 * 10));
    stop();
    gate.resolve(answer());
    expect(await done).toBe('stopped');
    expect(payloads).toHaveLength(10);
    expect(ended).toHaveLength(10);
    const begun = new Set(records.map(({ id }) => id)).size;
    await until(() => expect(events.filter((one) => one.startsWith('discard'))).toHaveLength(begun - 10));
  });

  test('makes anew what had to wait long for its turn', async () => {
    const clock = { ms: 0 };
    const madeAtMs: number[][] = [];
    const payloads: string[] = [];
    const { done } = series(
      {
        mark,
        item: (index) => {
          (madeAtMs[index] ??= []).push(clock.ms);
          return item(index);
        },
        onStart: (index) => (clock.ms += index === 20 ? 60_000 : 2),
      },
      {
        invoke: async (input) => {
          payloads.push(sent(input));
          return answer();
        },
      },
      clock,
    );
    expect(await done).toBe('done');
    expect(payloads).toEqual(Array.from({ length: 40 }, (_, index) => String(index)));
    expect(madeAtMs[21]).toHaveLength(2);
    expect(madeAtMs[21]?.[1]).toBeGreaterThan(60_000);
  });
});
