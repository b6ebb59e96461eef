import { describe, expect, test } from 'vitest';
import type { CallOptions, InvokeInput, InvokeResult } from '../core/index.ts';
import { command, setUp, stored } from './run-service.fixture.ts';
import { answer, attempt, deferred, failure, until } from './state.fixture.ts';
import type { StorageResult } from './storage-types.ts';
import type { Run } from './types.ts';

describe('a run', () => {
  test('is recorded before the send and completed after it', async () => {
    const { service, events, records, shown } = setUp();
    const ended = await service.start(command()).done;
    expect(ended).toMatchObject({ outcome: 'success', saved: 'saved', draftId: 'd1' });
    await until(() => expect(events).toEqual(['begin', 'send', 'complete']));
    expect(records.map(({ outcome }) => outcome)).toEqual([null, 'success']);
    expect(shown()).toMatchObject({ id: ended.id, outcome: 'success' });
    expect(service.running()).toEqual([]);
  });

  test('is not started again while it is under way', async () => {
    const gate = deferred<InvokeResult>();
    const { service, events, runs } = setUp({ invoke: () => gate.promise });
    const first = service.start(command());
    const second = service.start(command());
    expect(second).toMatchObject({ id: first.id, started: false });
    await until(() => expect(events).toContain('send'));
    expect(service.start(command())).toMatchObject({ id: first.id, started: false });
    gate.resolve(answer());
    expect(await second.done).toBe(await first.done);
    expect(events.filter((event) => event === 'send')).toHaveLength(1);
    expect(runs.getState().count).toBe(1);
    expect(service.start(command())).toMatchObject({ started: true });
  });

  test('of another draft runs beside it', async () => {
    const gate = deferred<InvokeResult>();
    const { service } = setUp({ invoke: () => gate.promise });
    const one = service.start(command());
    const other = service.start(command({ draftId: 'd2' }));
    expect(service.running()).toEqual([one.id, other.id]);
    gate.resolve(answer());
    await Promise.all([one.done, other.done]);
  });

  test('is sent although storage does not answer, and is then marked as not saved', async () => {
    const begun = deferred<StorageResult<void>>();
    const waited = deferred<void>();
    const asked: number[] = [];
    const history = { begin: () => begun.promise, complete: async () => stored, discard: async () => stored };
    const sleep = (ms: number): Promise<void> => {
      asked.push(ms);
      return waited.promise;
    };
    const { service, events, shown } = setUp({ history, sleep });
    const handle = service.start(command());
    await until(() => expect(asked).toEqual([100]));
    expect(events).toEqual([]);
    waited.resolve(undefined);
    expect(await handle.done).toMatchObject({ outcome: 'success', saved: 'not-saved' });
    begun.resolve(stored);
    await until(() => expect(shown()?.saved).toBe('saved'));
  });

  test('is sent although storage refuses the record', async () => {
    const full: StorageResult<void> = { ok: false, error: { kind: 'quota', message: 'full' } };
    const history = { begin: async () => full, complete: async () => full, discard: async () => full };
    const { service, events } = setUp({ history });
    expect(await service.start(command()).done).toMatchObject({ outcome: 'success', saved: 'not-saved' });
    expect(events).toEqual(['send']);
  });

  test('that is private is sent, shown and never written', async () => {
    const { service, events, shown } = setUp({ isPrivate: ({ draftId }) => draftId === 'd1' });
    expect(await service.start(command()).done).toMatchObject({ outcome: 'success', saved: 'private' });
    expect(shown()?.saved).toBe('private');
    expect(events).toEqual(['send']);
    expect(await service.start(command({ draftId: 'd2' })).done).toMatchObject({ saved: 'saved' });
    expect(events).toContain('begin');
  });

  test('that the core refused before the send leaves no record', async () => {
    const refused = failure({ kind: 'invalid-input', mayHaveRun: 'no', problems: [] }, []);
    const { service, events } = setUp({ invoke: async () => refused });
    const { id, outcome } = await service.start(command()).done;
    expect(outcome).toBe('not-sent');
    await until(() => expect(events).toEqual(['begin', 'send', `discard ${id}`]));
  });

  test('shows attempts, phases and the masked request as they come, and times the last round trip', async () => {
    const gate = deferred<void>();
    const seen: Partial<Run>[] = [];
    const invoke = async (_input: InvokeInput, options: CallOptions = {}): Promise<InvokeResult> => {
      const at = new Date(0);
      options.onProgress?.({ attempt: 1, phase: 'sending', at });
      options.onRequest?.({ ...prepared, headers: { authorization: 'secret' } });
      options.onAttempt?.({ ...attempt(), statusCode: 429, retryDelayMs: 100 });
      options.onProgress?.({ attempt: 1, phase: 'backing-off', at, untilMs: 100 });
      await gate.promise;
      options.onProgress?.({ attempt: 2, phase: 'sending', at });
      options.onAttempt?.({ ...attempt(), number: 2, statusCode: 200 });
      return { ...answer(), attempts: [attempt(), { ...attempt(), number: 2 }] };
    };
    let clock = 100.1;
    // As differences of exact times are: 9.900000000000006.
    const monotonicMs = (): number => (clock += 9.9);
    const { service, shown, runs } = setUp({ invoke, monotonicMs });
    runs.subscribe(() => seen.push({ ...shown() }));
    const handle = service.start(command());
    await until(() => expect(shown()?.progress?.phase).toBe('backing-off'));
    expect(shown()?.attempts).toMatchObject([{ statusCode: 429 }]);
    expect(shown()?.prepared?.headers).toEqual({ authorization: '\u2026' });
    gate.resolve(undefined);
    expect(await handle.done).toMatchObject({ roundTripMs: 9.9, attempts: [{ number: 1 }, { number: 2 }] });
    expect(shown()?.progress).toBeNull();
    expect(shown()?.marks).toMatchObject([
      { attempt: 1, phase: 'sending' },
      { attempt: 1, phase: 'backing-off', delayMs: 100 },
      { attempt: 2, phase: 'sending' },
    ]);
    const times = shown()?.marks.map(({ atMs }) => atMs) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(0);
  });

  test('without an answer has no round trip', async () => {
    const { service } = setUp({ invoke: async () => failure() });
    expect(await service.start(command()).done).toMatchObject({ outcome: 'unknown', roundTripMs: null });
  });

  test('that meets a fault of the console itself says so and ends', async () => {
    const { service, events } = setUp({ invoke: () => Promise.reject(new RangeError('a bug')) });
    const ended = await service.start(command()).done;
    expect(ended.result).toMatchObject({
      ok: false,
      error: { mayHaveRun: 'no', message: expect.stringContaining('a bug') },
    });
    expect(service.running()).toEqual([]);
    expect(events).toContain('send');
  });
});

const prepared = {
  method: 'POST',
  url: 'https://lambda.eu-west-1.amazonaws.com/',
  headers: {},
  canonicalRequest: '',
  stringToSign: '',
  signedHeaders: [],
};

describe('stopping', () => {
  test('aborts the call with its own signal', async () => {
    const invoke = (_input: InvokeInput, options?: CallOptions): Promise<InvokeResult> =>
      new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve(failure({ kind: 'aborted' })));
      });
    const { service, events } = setUp({ invoke });
    const handle = service.start(command());
    await until(() => expect(events).toContain('send'));
    expect(service.abort(handle.id)).toBe(true);
    expect(await handle.done).toMatchObject({ outcome: 'cancelled' });
    expect(service.abort(handle.id)).toBe(false);
  });

  test('does not wait for a guard that is still asking, and sends nothing', async () => {
    const invoke = async (_input: InvokeInput, options?: CallOptions): Promise<InvokeResult> => {
      expect(options?.signal?.aborted).toBe(true);
      return failure({ kind: 'aborted', mayHaveRun: 'no' }, []);
    };
    const { service, events } = setUp({ invoke, guards: [() => new Promise(() => undefined)] });
    const handle = service.start(command());
    service.abort(handle.id);
    expect(await handle.done).toMatchObject({
      outcome: 'cancelled',
      saved: 'not-saved',
      result: { error: { mayHaveRun: 'no' } },
    });
    expect(events).toEqual(['send']);
  });
});

test('news of a run that is no longer its draft newest are dropped', async () => {
  const { runs, service } = setUp();
  const first = await service.start(command()).done;
  const second = await service.start(command()).done;
  runs.getState().actions.update(first.id, { outcome: 'unknown' });
  expect(runs.getState().byDraft['d1']).toMatchObject({ id: second.id, outcome: 'success' });
  expect(runs.getState().count).toBe(2);
});
