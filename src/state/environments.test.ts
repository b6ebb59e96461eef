import { expect, test } from 'vitest';
import { createEnvironments, environmentValues, whyNoValue } from './environments.ts';
import type { EnvironmentStore, EnvironmentValue } from './environments.ts';
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

/** Two tabs of which neither has heard of the other's last change yet. */
function late() {
  const shared = newSharedText();
  const first = createEnvironments(textStorage(shared));
  first.getState().actions.save({ id: 'e1', name: 'Test', values: [plain('a', '1'), plain('b', '2')] });
  const heard: (() => void)[] = [];
  const tab = () => {
    const storage = textStorage(shared);
    return createEnvironments({
      ...storage,
      watch: (key, listener) => storage.watch(key, () => heard.push(listener)),
    });
  };
  const [one, other] = [tab(), tab()];
  const hear = (): void => heard.splice(0).forEach((listener) => listener());
  const edit = (
    store: EnvironmentStore,
    change: (values: readonly EnvironmentValue[]) => EnvironmentValue[],
  ) => {
    const [now] = store.getState().environments;
    if (now) store.getState().actions.save({ ...now, values: change(now.values) });
  };
  const values = (store: EnvironmentStore) =>
    store.getState().environments[0]?.values.map(({ name, value }) => `${name}=${value}`);
  return { one, other, hear, edit, values };
}

const plain = (name: string, value: string): EnvironmentValue => ({ name, value, isSecret: false });

const put =
  (index: number, patch: Partial<EnvironmentValue>) =>
  (values: readonly EnvironmentValue[]): EnvironmentValue[] =>
    values.map((value, at) => (at === index ? { ...value, ...patch } : value));

test('two tabs that type in one environment at once lose nothing of each other', () => {
  const { one, other, hear, edit, values } = late();
  edit(one, put(0, { value: '10' }));
  edit(other, put(1, { value: '20' }));
  edit(one, (now) => [...now, plain('c', '3')]);
  edit(other, (now) => [...now, plain('d', '4')]);
  edit(one, put(0, { name: 'first' }));
  const [now] = other.getState().environments;
  if (now) other.getState().actions.save({ ...now, name: 'Shared' });
  hear();
  for (const tab of [one, other]) {
    expect(values(tab)).toEqual(['first=10', 'b=20', 'c=3', 'd=4']);
    expect(tab.getState()).toMatchObject({ environments: [{ name: 'Shared' }], replaced: [] });
  }
});

test('the newer of two texts for one value stays, and the tab of the other is told what it had', () => {
  const { one, other, hear, edit, values } = late();
  edit(one, put(0, { value: 'mine' }));
  edit(other, put(0, { value: 'theirs' }));
  hear();
  expect([values(one), values(other)]).toEqual([
    ['a=theirs', 'b=2'],
    ['a=theirs', 'b=2'],
  ]);
  const replaced = { environmentId: 'e1', name: 'a', value: 'mine' };
  expect([one.getState().replaced, other.getState().replaced]).toEqual([[replaced], []]);
  // Put back, it is nothing to tell of any more; there, the other one is.
  edit(one, put(0, { value: 'mine' }));
  hear();
  expect(one.getState().replaced).toEqual([]);
  expect(other.getState().replaced).toMatchObject([{ name: 'a', value: 'theirs' }]);
  const [told] = other.getState().replaced;
  if (told) other.getState().actions.settle(told);
  expect(other.getState().replaced).toEqual([]);
});

test('a value that one tab removes while the other types into it stays, and one that both add is one', () => {
  const { one, other, hear, edit, values } = late();
  edit(one, put(1, { value: 'typed' }));
  edit(other, (now) => now.slice(0, 1));
  hear();
  expect(values(other)).toEqual(['a=1', 'b=typed']);
  edit(one, (now) => now.slice(0, 1));
  edit(other, put(1, { value: 'again' }));
  edit(one, (now) => [...now, plain('n', 'older')]);
  edit(other, (now) => [...now, plain('n', 'newer')]);
  hear();
  for (const tab of [one, other]) expect(values(tab)).toEqual(['a=1', 'b=again', 'n=newer']);
});

test('where nothing can be kept, what was made here counts', () => {
  const store = createEnvironments({ ...textStorage(), set: () => false });
  store.getState().actions.save(environment);
  store.getState().actions.save({ id: 'e2', name: 'Other', values: [] });
  expect(store.getState().environments).toHaveLength(2);
});

test('a name without a value says why: no environment, no such name, or a secret that is to be typed again', () => {
  const store = createEnvironments(textStorage());
  expect(whyNoValue(store.getState(), 'table')).toContain('No environment is chosen');
  store.getState().actions.save({ ...environment, values: [{ name: 'token', value: '', isSecret: true }] });
  expect(whyNoValue(store.getState(), 'table')).toContain('Test has no value table');
  expect(whyNoValue(store.getState(), 'token')).toContain('a secret of Test that has to be typed again');
});
