import { expect, test } from 'vitest';
import { createEnvironments, environmentValues } from './environments.ts';
import { newSharedText, textStorage } from './state.fixture.ts';

const environment = {
  id: 'e1',
  name: 'Test',
  values: [
    { name: 'table', value: 'orders', isSecret: false },
    { name: 'token', value: 'CANARY-secret', isSecret: true },
  ],
};

test('an environment is kept and chosen; its secrets are in memory alone', () => {
  const shared = newSharedText();
  const store = createEnvironments(textStorage(shared));
  store.getState().actions.save(environment);
  expect([...environmentValues(store.getState())]).toEqual([
    ['table', 'orders'],
    ['token', 'CANARY-secret'],
  ]);
  expect([...shared.map.values()].join('')).not.toContain('CANARY');

  const later = createEnvironments(textStorage(shared));
  expect(later.getState()).toMatchObject({ activeId: 'e1', environments: [{ name: 'Test' }] });
  expect([...environmentValues(later.getState())]).toEqual([['table', 'orders']]);
});

test('an environment is changed in its place, left and deleted', () => {
  const store = createEnvironments(textStorage());
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
    const storage = textStorage();
    storage.set('invoke-console.environments', text);
    expect(createEnvironments(storage).getState().environments).toEqual([]);
  }
});

test('two tabs that change environments lose nothing of each other, and each keeps its choice and its secrets', () => {
  const shared = newSharedText();
  const [one, other] = [createEnvironments(textStorage(shared)), createEnvironments(textStorage(shared))];
  one.getState().actions.save(environment);
  expect(other.getState()).toMatchObject({ environments: [{ id: 'e1' }], activeId: null });
  other.getState().actions.save({ id: 'e2', name: 'Other', values: [] });
  one.getState().actions.save({ ...environment, name: 'Renamed' });
  for (const tab of [one, other])
    expect(tab.getState().environments.map(({ name }) => name)).toEqual(['Renamed', 'Other']);
  expect(one.getState().activeId).toBe('e1');
  expect(other.getState().activeId).toBe('e2');
  expect(environmentValues(one.getState()).get('token')).toBe('CANARY-secret');
  other.getState().actions.choose('e1');
  expect([...environmentValues(other.getState())]).toEqual([['table', 'orders']]);
  other.getState().actions.remove('e1');
  expect(one.getState()).toMatchObject({ environments: [{ id: 'e2' }], activeId: null });
});

test('where nothing can be kept, what was made here counts', () => {
  const store = createEnvironments({ ...textStorage(), set: () => false });
  store.getState().actions.save(environment);
  store.getState().actions.save({ id: 'e2', name: 'Other', values: [] });
  expect(store.getState().environments).toHaveLength(2);
});
