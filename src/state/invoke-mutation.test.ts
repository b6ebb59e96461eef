import { MutationObserver, onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import type { InvokeResult } from '../core/index.ts';
import { invokeMutation, invokeMutationKey } from './invoke-mutation.ts';
import { offlineGuard } from './run-guards.ts';
import { command, setUp } from './run-service.fixture.ts';
import { answer, deferred, failure, until } from './state.fixture.ts';

afterEach(() => onlineManager.setOnline(true));

function setUpMutation(options: Parameters<typeof setUp>[0] = {}) {
  const made = setUp(options);
  const queries = new QueryClient({
    defaultOptions: { mutations: { retry: 3, networkMode: 'offlineFirst' } },
  });
  queries.mount();
  const observer = new MutationObserver(queries, invokeMutation(made.service));
  const sends = (): number => made.events.filter((event) => event === 'send').length;
  return { ...made, queries, observer, sends };
}

test('an invoke pressed while offline ends at once, and coming online sends nothing by itself', async () => {
  onlineManager.setOnline(false);
  const { observer, queries, sends } = setUpMutation({
    guards: [offlineGuard(() => onlineManager.isOnline())],
  });
  const run = await observer.mutate(command());
  expect(run).toMatchObject({ outcome: 'not-sent', refusal: { code: 'offline' } });
  onlineManager.setOnline(true);
  await queries.resumePausedMutations();
  expect(sends()).toBe(0);
  expect(queries.isMutating({ mutationKey: invokeMutationKey })).toBe(0);
});

test('an invoke is sent without waiting for the network, and once: no loss of the network repeats it', async () => {
  onlineManager.setOnline(false);
  const gate = deferred<InvokeResult>();
  const { observer, queries, sends } = setUpMutation({ invoke: () => gate.promise });
  const done = observer.mutate(command());
  await until(() => expect(sends()).toBe(1));
  onlineManager.setOnline(true);
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await queries.resumePausedMutations();
  gate.resolve(failure());
  expect(await done).toMatchObject({ outcome: 'unknown' });
  await queries.resumePausedMutations();
  expect(sends()).toBe(1);
});

test('the cache keeps no run: what was sent is held by the stores alone', async () => {
  const { observer, queries } = setUpMutation({ invoke: async () => answer() });
  const stop = observer.subscribe(() => undefined);
  await observer.mutate(command());
  stop();
  await until(() => expect(queries.getMutationCache().getAll()).toEqual([]));
});
