import { afterEach, describe, expect, test, vi } from 'vitest';
import { createInvokeClient } from './client.ts';
import type { CallOptions, CredentialSource, InvokeClientConfig, Progress } from './client-types.ts';
import {
  configured,
  deferred,
  exampleKeys,
  holdTimers,
  openAnswer,
  playing,
  until,
} from './sending.fixture.ts';
import { sleep } from './sleep.ts';
import type { Attempt, InvokeResult } from './types.ts';

/** A call that the test brings into one phase and then stops. */
interface Scene {
  phase: Progress['phase'];
  config: () => Partial<InvokeClientConfig>;
  mayHaveRun: 'no' | 'unknown' | 'yes';
  attempts: number;
}

let letGo: (() => void)[] = [];
afterEach(() => {
  for (const free of letGo) free();
  letGo = [];
});

const scenes: Record<string, Scene> = {
  queued: { phase: 'queued', config: fillQueue, mayHaveRun: 'no', attempts: 0 },
  'signing, while the provider works': {
    phase: 'signing',
    config: () => ({ credentials: () => deferred<CredentialSource>().promise }),
    mayHaveRun: 'no',
    attempts: 0,
  },
  sending: { phase: 'sending', config: () => playing({ hang: true }), mayHaveRun: 'unknown', attempts: 1 },
  reading: {
    phase: 'reading',
    config: () => playing(() => openAnswer().response),
    mayHaveRun: 'yes',
    attempts: 1,
  },
  'backing off': {
    phase: 'backing-off',
    config: () => ({ ...playing({ status: 429, errortype: 'TooManyRequestsException' }), sleep }),
    mayHaveRun: 'no',
    attempts: 1,
  },
};

describe.each(Object.entries(scenes))('while %s', (_, { phase, config, mayHaveRun, attempts }) => {
  test('an abort ends the call within 50 ms and says whether it may have run', async () => {
    const controller = new AbortController();
    const { result } = await reach(phase, config(), { signal: controller.signal });
    const late = new Promise<'late'>((resolve) => {
      setTimeout(() => resolve('late'), 50);
    });
    controller.abort();
    const ended = await Promise.race([result, late]);
    if (ended === 'late') throw new Error('The call went on for 50 ms after the abort.');
    expect(ended).toMatchObject({ ok: false, error: { kind: 'aborted', mayHaveRun } });
    expect(ended.attempts).toHaveLength(attempts);
  });

  test('a TimeoutError signal is a time-out', async () => {
    const controller = new AbortController();
    const { result } = await reach(phase, config(), { signal: controller.signal });
    controller.abort(new DOMException('late', 'TimeoutError'));
    expect(await result).toMatchObject({ ok: false, error: { kind: 'timeout', mayHaveRun } });
  });

  test('timeoutMs is a time-out', async () => {
    const timers = holdTimers(12_345);
    letGo.push(timers.restore);
    const { result } = await reach(phase, { ...config(), timeoutMs: 12_345 });
    timers.fire();
    expect(await result).toMatchObject({ ok: false, error: { kind: 'timeout', mayHaveRun } });
  });

  test('the end leaves no timer and no listener behind', async () => {
    const controller = new AbortController();
    const timers = watchTimers();
    const listeners = watchListeners(controller.signal);
    const { result } = await reach(phase, { ...config(), timeoutMs: 60_000 }, { signal: controller.signal });
    controller.abort();
    await result;
    expect(timers.open()).toBe(0);
    expect(listeners.open()).toBe(0);
  });
});

test('a signal that is aborted already sends nothing', async () => {
  const { fetch, sent } = playing();
  const result = await createInvokeClient(configured({ fetch })).invoke(
    { functionName: 'f' },
    { signal: AbortSignal.abort() },
  );
  expect(result).toMatchObject({ ok: false, attempts: [], error: { kind: 'aborted', mayHaveRun: 'no' } });
  expect(sent).toEqual([]);
});

test('the fetch is told', async () => {
  const { fetch, sent } = playing({ hang: true });
  const controller = new AbortController();
  const { result } = await reach('sending', { fetch }, { signal: controller.signal });
  controller.abort();
  await result;
  expect(sent[0]?.signal.aborted).toBe(true);
});

test('middleware: CloseResponseBody cancels a body that nobody reads on, also one that comes late', async () => {
  const reading = openAnswer();
  const controller = new AbortController();
  const { result } = await reach(
    'reading',
    playing(() => reading.response),
    { signal: controller.signal },
  );
  reading.push('{"half":');
  controller.abort();
  expect(await result).toMatchObject({ ok: false, error: { statusCode: 200 } });
  expect(reading.state.isCancelled).toBe(true);
  expect(reading.response.body?.locked).toBe(false);

  const late = openAnswer();
  const head = deferred<Response>();
  const second = new AbortController();
  const waiting = await reach(
    'sending',
    playing(() => head.promise),
    { signal: second.signal },
  );
  second.abort();
  await waiting.result;
  head.resolve(late.response);
  await until(() => late.state.isCancelled);
});

test('a success leaves no timer and no listener behind', async () => {
  const controller = new AbortController();
  const timers = watchTimers();
  const listeners = watchListeners(controller.signal);
  const client = createInvokeClient(configured({ ...playing(), timeoutMs: 60_000 }));
  expect((await client.invoke({ functionName: 'f' }, { signal: controller.signal })).ok).toBe(true);
  expect(timers.open()).toBe(0);
  expect(listeners.open()).toBe(0);
});

test('an abort during back-off does not unsay that an earlier attempt may have run', async () => {
  const controller = new AbortController();
  const config = {
    ...playing({ throw: new TypeError('Failed to fetch') }),
    sleep,
    retry: { mode: 'standard' } as const,
  };
  const { result } = await reach('backing-off', config, { signal: controller.signal });
  controller.abort();
  expect(await result).toMatchObject({ ok: false, error: { kind: 'aborted', mayHaveRun: 'unknown' } });
});

/** Starts a call and waits until it is in the phase. */
async function reach(
  phase: Progress['phase'],
  config: Partial<InvokeClientConfig>,
  options: CallOptions = {},
) {
  const client = createInvokeClient(configured({ random: () => 0.99, ...config }));
  const phases: string[] = [];
  const attempts: Attempt[] = [];
  const result: Promise<InvokeResult> = client.invoke(
    { functionName: 'f' },
    {
      ...options,
      onProgress: (progress) => phases.push(progress.phase),
      onAttempt: (attempt) => attempts.push(attempt),
    },
  );
  await until(() => phases.at(-1) === phase);
  return { result, attempts };
}

/** Five calls that hold every place of the origin until the test is over. */
function fillQueue(): Partial<InvokeClientConfig> {
  const hanging = playing({ hang: true });
  const endpoint = `http://queue-${Math.random().toString(36).slice(2)}.example`;
  const client = createInvokeClient(configured({ fetch: hanging.fetch, endpoint }));
  for (let place = 0; place < 5; place += 1) {
    const controller = new AbortController();
    letGo.push(() => controller.abort());
    void client.invoke({ functionName: 'f' }, { signal: controller.signal });
  }
  return { endpoint, credentials: exampleKeys, ...playing() };
}

/** Counts timers of the platform that were set and neither ran nor were cleared. */
function watchTimers() {
  const running = new Set<unknown>();
  const setReal = globalThis.setTimeout;
  const clearReal = globalThis.clearTimeout;
  const set = vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) => {
    const timer = setReal(() => {
      running.delete(timer);
      run();
    }, ms);
    if (ms !== undefined) running.add(timer);
    return timer;
  });
  const clear = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    running.delete(timer);
    clearReal(timer);
  });
  letGo.push(
    () => set.mockRestore(),
    () => clear.mockRestore(),
  );
  return { open: () => running.size };
}

/** Counts listeners on a signal that were neither called nor removed. */
function watchListeners(signal: AbortSignal) {
  const listening = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: unknown,
  ) => {
    listening.add(listener);
    add(type, listener, options as AddEventListenerOptions);
  };
  signal.removeEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
    listening.delete(listener);
    remove(type, listener);
  };
  return { open: () => listening.size };
}
