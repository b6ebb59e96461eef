import { expect, test } from 'vitest';
import { createEnvironments, environmentValues } from './environments.ts';
import type { TextStorage } from './text-storage.ts';

function memory() {
  const kept = new Map<string, string>();
  const storage: TextStorage = {
    get: (key) => kept.get(key) ?? null,
    set: (key, text) => kept.set(key, text).size > 0,
    remove: (key) => void kept.delete(key),
    watch: () => () => undefined,
  };
  return { kept, storage };
}

const environment = {
  id: 'e1',
  name: 'Test',
  values: [
    { name: 'table', value: 'orders', isSecret: false },
    { name: 'token', value: 'CANARY-secret', isSecret: true },
  ],
};

test('an environment is kept and chosen; its secrets are in memory alone', () => {
  const { kept, storage } = memory();
  const store = createEnvironments(storage);
  store.getState().actions.save(environment);
  expect([...environmentValues(store.getState())]).toEqual([
    ['table', 'orders'],
    ['token', 'CANARY-secret'],
  ]);
  expect([...kept.values()].join('')).not.toContain('CANARY');

  const later = createEnvironments(storage);
  expect(later.getState()).toMatchObject({ activeId: 'e1', environments: [{ name: 'Test' }] });
  expect([...environmentValues(later.getState())]).toEqual([['table', 'orders']]);
});

test('an environment is changed in its place, left and deleted', () => {
  const store = createEnvironments(memory().storage);
  store.getState().actions.save(environment);
  store.getState().actions.save({ ...environment, name: 'Other' });
  expect(store.getState().environments).toHaveLength(1);
  store.getState().actions.choose(null);
  expect(environmentValues(store.getState()).size).toBe(0);
  store.getState().actions.choose('e1');
  store.getState().actions.remove('e1');
  expect(store.getState()).toMatchObject({ environments: [], activeId: null });
});

test('a damaged record is no environment', () => {
  for (const text of ['', 'no', '{"v":2}', '{"v":1,"activeId":null,"environments":[1]}']) {
    const { kept, storage } = memory();
    kept.set('invoke-console.environments', text);
    expect(createEnvironments(storage).getState().environments).toEqual([]);
  }
});
