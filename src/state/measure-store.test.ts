import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '../core/index.ts';
import { createMeasureStore, type MeasureOrder } from './measure-store.ts';
import { measuredRun } from './measured-run.ts';
import { createSeriesBoard } from './series-board.ts';
import { setUp, type SetUp } from './run-service.fixture.ts';
import type { Run } from './types.ts';
import { answer, connection, deferred, failure, run, runRequest, until } from './state.fixture.ts';

const target = {
  functionName: 'f',
  qualifier: '',
  invocationType: 'RequestResponse',
  connectionName: 'Local',
  region: 'us-east-1',
  concurrency: 1,
  startedAt: '2026-05-01T10:00:00.000Z',
};

function order(plan: Partial<MeasureOrder['plan']> = {}): MeasureOrder {
  const full = { runs: 5, concurrency: 1, seconds: 60, tailLog: true, ...plan };
  return {
    mark: { id: 's1', runs: full.runs, ofDraft: 'd1' },
    plan: full,
    item: () => ({ request: runRequest(), connection: connection() }),
    target,
  };
}

/** Frames that the test draws. */
function measuring(options: SetUp = {}) {
  const { service } = setUp(options);
  const frames: (() => void)[] = [];
  const monotonicMs = (): number => 0;
  const board = createSeriesBoard({
    service,
    monotonicMs,
    ask: (_command, start) => start(),
    soon: () => undefined,
  });
  const store = createMeasureStore({ board, monotonicMs, onFrame: (callback) => frames.push(callback) });
  const { actions } = store.getState();
  const shown = () => store.getState().byDraft['d1'];
  return { store, board, actions, shown, frames, service };
}

describe('measuring', () => {
  test('sends as many runs as were asked for, and keeps what each says', async () => {
    const { actions, shown } = measuring();
    await actions.start(order());
    expect(shown()?.runs.length).toBeLessThan(5);
    await until(() => expect(shown()?.end).toBe('done'));
    expect(shown()?.runs.map(({ index, fault }) => [index, fault])).toEqual(
      [0, 1, 2, 3, 4].map((index) => [index, null]),
    );
    expect(new Set(shown()?.runs.map(({ runId }) => runId)).size).toBe(5);
  });

  test('changes what is shown once a frame, however many runs end in it', async () => {
    const gate = deferred<InvokeResult>();
    let sent = 0;
    const invoke = (): Promise<InvokeResult> => {
      sent += 1;
      return sent < 4 ? Promise.resolve(answer()) : gate.promise;
    };
    const { actions, shown, frames, store } = measuring({ invoke });
    let changes = 0;
    store.subscribe(() => (changes += 1));
    await actions.start(order());
    await until(() => expect(sent).toBe(4));
    expect([frames.length, changes, shown()?.runs.length]).toEqual([1, 1, 0]);
    frames[0]?.();
    expect([changes, shown()?.runs.length, shown()?.underWay]).toEqual([2, 3, 1]);
    gate.resolve(answer());
    await until(() => expect(shown()?.end).toBe('done'));
  });

  test('starts nothing while another is under way', async () => {
    const gate = deferred<InvokeResult>();
    const { actions, board, service, shown } = measuring({ invoke: () => gate.promise });
    expect(await actions.start(order())).toBe('asked');
    expect(await actions.start(order({ concurrency: 5 }))).toBe('busy');
    await until(() => expect(service.running()).toHaveLength(1));
    board.stop();
    gate.resolve(answer());
    await until(() => expect(shown()).toMatchObject({ end: 'stopped', underWay: 0 }));
    expect(shown()?.runs).toHaveLength(1);
  });

  test('ends at the first run that is held back, with the reason', async () => {
    const refusal = { code: 'offline', message: 'No network.', nextStep: 'Wait.' };
    const { actions, shown } = measuring({ guards: [() => ({ ok: false, refusal })] });
    await actions.start(order());
    await until(() => expect(shown()).toMatchObject({ end: 'stopped', refusal }));
    expect(shown()?.runs.map(({ fault }) => fault)).toEqual([{ kind: 'not-sent', name: 'offline' }]);
  });

  test('goes on after errors', async () => {
    let sent = 0;
    const invoke = async (): Promise<InvokeResult> => {
      sent += 1;
      return sent % 2 === 0 ? failure() : answer();
    };
    const { actions, shown } = measuring({ invoke });
    await actions.start(order({ runs: 4 }));
    await until(() => expect(shown()?.end).toBe('done'));
    expect(shown()?.runs.map(({ fault }) => fault?.kind ?? 'well')).toEqual([
      'well',
      'unknown',
      'well',
      'unknown',
    ]);
  });
});

describe('a measured run', () => {
  test('names the error of the function by the type that the runtime gave it', async () => {
    const payload = new TextEncoder().encode('{"errorType":"RangeError","errorMessage":"x"}');
    const { service } = setUp({ invoke: async () => answer({ functionError: 'Unhandled', payload }) });
    const ended = await service.start({ draftId: 'd1', connection: connection(), request: runRequest() })
      .done;
    expect(measuredRun(3, ended)).toMatchObject({
      index: 3,
      runId: ended.id,
      fault: { kind: 'function-error', name: 'RangeError' },
    });
  });

  test('has a round trip only where an answer came', () => {
    const roundTripOf = (outcome: Run['outcome'], result: InvokeResult): number | null =>
      measuredRun(0, run({ outcome, result, roundTripMs: 12 })).roundTripMs;
    expect(roundTripOf('success', answer())).toBe(12);
    expect(roundTripOf('rejected', failure({ kind: 'throttled', mayHaveRun: 'no' }))).toBe(12);
    expect(roundTripOf('unknown', failure())).toBeNull();
    expect(roundTripOf('cancelled', failure({ kind: 'aborted' }))).toBeNull();
  });

  test('was throttled, rejected or lost by what the answer said', () => {
    const faultOf = (outcome: Run['outcome'], result: InvokeResult) =>
      measuredRun(0, run({ outcome, result })).fault;
    const throttled = failure({ kind: 'throttled', code: 'TooManyRequestsException' });
    expect(faultOf('rejected', throttled)).toEqual({ kind: 'throttled', name: 'TooManyRequestsException' });
    expect(faultOf('rejected', failure({ kind: 'not-found' }))).toEqual({
      kind: 'rejected',
      name: 'not-found',
    });
    expect(faultOf('unknown', failure())).toEqual({ kind: 'unknown', name: 'network' });
    expect(faultOf('accepted', answer())).toBeNull();
  });
});
