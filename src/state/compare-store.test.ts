import { describe, expect, test } from 'vitest';
import type { InvokeResult } from '../core/index.ts';
import { compareProgress, createCompareStore, type CompareOrder } from './compare-store.ts';
import { confirmed } from './confirmation.ts';
import { createIgnoredPaths } from './ignored-paths.ts';
import { createProductionGuard } from './production-guard.ts';
import { createProductionQuestion } from './production-question.ts';
import type { SeriesProgress } from './series-board.ts';
import { setUp, type SetUp } from './run-service.fixture.ts';
import { answer, connection, deferred, failure, runRequest, textStorage, until } from './state.fixture.ts';

function side(qualifier: string, overrides: Parameters<typeof connection>[0] = {}): CompareOrder['left'] {
  const to = connection(overrides);
  return {
    target: { connectionId: to.id, functionName: 'f', qualifier },
    connection: to,
    request: runRequest({ functionName: 'f', qualifier }),
  };
}

const order = (overrides: Partial<CompareOrder> = {}): CompareOrder => ({
  draftId: 'd1',
  left: side('live'),
  right: side('$LATEST'),
  together: false,
  ...overrides,
});

function comparing(options: SetUp = {}) {
  const production = createProductionGuard({
    isProduction: ({ connection: { production: isIt } }) => isIt,
    monotonicMs: () => 0,
  });
  const question = createProductionQuestion(production);
  const { service, records } = setUp({ guards: [production.guard], ...options });
  let id = 0;
  const over: SeriesProgress[] = [];
  const store = createCompareStore({
    service,
    monotonicMs: () => 0,
    randomUUID: () => `mark-${(id += 1)}`,
    confirm: (command) => confirmed(question, command),
    onOver: (progress) => over.push(progress),
  });
  const shown = () => store.getState().byDraft['d1'];
  return { actions: store.getState().actions, shown, question, service, records, over };
}

describe('a comparison', () => {
  test('sends one run to each side, one after the other, each recorded as a run', async () => {
    const sent: unknown[] = [];
    const gate = deferred<InvokeResult>();
    const { actions, shown, records } = comparing({
      invoke: ({ qualifier }) => {
        sent.push(qualifier);
        return sent.length === 1 ? gate.promise : Promise.resolve(answer());
      },
    });
    actions.start(order());
    await until(() => expect(sent).toEqual(['live']));
    expect([shown()?.left.state, shown()?.right.state]).toEqual(['running', 'waiting']);
    gate.resolve(answer());
    await until(() => expect(shown()?.isRunning).toBe(false));
    expect(sent).toEqual(['live', '$LATEST']);
    expect(shown()?.left.run?.request.qualifier).toBe('live');
    expect(shown()?.right.run?.outcome).toBe('success');
    expect(new Set(records.map((run) => run.id)).size).toBe(2);
  });

  test('sends both at once when that was chosen', async () => {
    const gate = deferred<InvokeResult>();
    const { actions, shown, service } = comparing({ invoke: () => gate.promise });
    actions.start(order({ together: true }));
    await until(() => expect(service.running()).toHaveLength(2));
    gate.resolve(answer());
    await until(() => expect(shown()?.isRunning).toBe(false));
  });

  test('shows the other side when one fails before it is sent', async () => {
    const { actions, shown } = comparing({
      invoke: async ({ qualifier }) => (qualifier === 'live' ? failure({}, []) : answer()),
      guards: [
        ({ request }) =>
          request.qualifier === 'live'
            ? { ok: false, refusal: { code: 'offline', message: 'No.', nextStep: 'Wait.' } }
            : { ok: true },
      ],
    });
    actions.start(order());
    await until(() => expect(shown()?.isRunning).toBe(false));
    expect(shown()?.left.run?.refusal?.code).toBe('offline');
    expect(shown()?.right.run?.outcome).toBe('success');
  });

  test('asks for each production target by itself, and leaves out what was not confirmed', async () => {
    const left = side('live', { id: 'c1', production: true });
    const right = side('$LATEST', { id: 'c2', production: true });
    const { actions, shown, question } = comparing();
    actions.start(order({ left, right, together: true }));
    await until(() => expect(question.store.getState().waiting?.request.qualifier).toBe('live'));
    expect(question.store.getState().waiting?.series?.runs).toBe(1);
    question.confirm({ by: 'name', typed: 'f' });
    await until(() => expect(question.store.getState().waiting?.request.qualifier).toBe('$LATEST'));
    question.dismiss();
    await until(() => expect(shown()?.isRunning).toBe(false));
    expect(shown()?.left.run?.outcome).toBe('success');
    expect(shown()?.right).toMatchObject({ state: 'refused', run: null });
  });

  test('stopped, waits for nothing and sends nothing more', async () => {
    const invoke: SetUp['invoke'] = (_input, options) =>
      new Promise((resolve) => {
        options?.signal?.addEventListener('abort', () => resolve(failure({ kind: 'aborted' })));
      });
    const { actions, shown, service } = comparing({ invoke });
    actions.start(order());
    await until(() => expect(service.running()).toHaveLength(1));
    actions.stop('d1');
    await until(() => expect(shown()?.isRunning).toBe(false));
    expect(shown()?.left.run?.outcome).toBe('cancelled');
    expect(shown()?.right.state).toBe('refused');
  });

  test('is told of side by side with series of runs, while it goes on and at its end', async () => {
    const gate = deferred<InvokeResult>();
    const invoke: SetUp['invoke'] = ({ qualifier }) =>
      qualifier === 'live' ? Promise.resolve(failure()) : gate.promise;
    const { actions, shown, over } = comparing({ invoke });
    const progress = () => {
      const now = shown();
      return now && compareProgress('d1', now);
    };
    actions.start(order());
    await until(() => expect(progress()).toMatchObject({ phase: 'running', total: 2, ended: 1, failed: 1 }));
    expect(over).toEqual([]);
    gate.resolve(answer());
    await until(() => expect(over).toMatchObject([{ kind: 'compare', draftId: 'd1', ended: 2, failed: 1 }]));
    expect(progress()?.phase).toBe('over');
  });

  test('can be looked at the other way round, without another run', async () => {
    const { actions, shown, records } = comparing();
    actions.start(order());
    await until(() => expect(shown()?.isRunning).toBe(false));
    const before = records.length;
    actions.swap('d1');
    expect(shown()?.left.target.qualifier).toBe('$LATEST');
    expect(shown()?.right.run?.request.qualifier).toBe('live');
    expect(records.length).toBe(before);
  });
});

describe('ignored paths', () => {
  test('are kept for each function, without doubles, and an empty list is forgotten', () => {
    const storage = textStorage();
    const store = createIgnoredPaths(storage);
    store.getState().actions.set('f', ['$.a', '$.a', '$.b']);
    store.getState().actions.set('g', ['$.c']);
    expect(createIgnoredPaths(storage).getState().byFunction).toEqual({ f: ['$.a', '$.b'], g: ['$.c'] });
    store.getState().actions.set('g', []);
    expect(createIgnoredPaths(storage).getState().byFunction).toEqual({ f: ['$.a', '$.b'] });
  });

  test('that are damaged are none', () => {
    const storage = textStorage();
    storage.set('invoke-console.ignored-paths', '{"byFunction":{"f":[3]}}');
    expect(createIgnoredPaths(storage).getState().byFunction).toEqual({});
  });
});
