import { expect, test } from 'vitest';
import { learnedDoubts } from '../documents/learned/doubts.ts';
import { packBackup } from './backup-file.ts';
import { openConsole } from './backup.fixture.ts';
import { collectBackup } from './backup-store.ts';
import { createLearnedStore } from './learned-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { freshName } from './state.fixture.ts';
import { openStorage } from './storage-db.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';

const now = (): Date => new Date('2026-05-01T10:00:00.000Z');
const store = (storage: StorageDb | Promise<StorageDb>) =>
  createLearnedStore({ storage: Promise.resolve(storage), now });

const examples = Array.from({ length: 6 }, (_none, index) => JSON.stringify({ id: index, state: 'open' }));

test('what was learned is there after a reload, under the name of the function alone', async () => {
  const name = freshName('learned');
  const open = (): Promise<StorageDb> => openStorage({ notices: createNoticeStore(), name });
  await store(open())
    .getState()
    .actions.teach('arn:aws:lambda:eu-west-1:123456789012:function:orders', examples, 'run');
  const later = store(open());
  await later.getState().actions.load('orders');
  const learned = later.getState().byFunction.get('orders');
  expect(learned?.shape.seen).toBe(6);
  expect(learned && learnedDoubts(learned, '{"idd":1}')).toHaveLength(1);
});

test('two tabs that teach at once lose nothing', async () => {
  const name = freshName('learned');
  const open = (): Promise<StorageDb> => openStorage({ notices: createNoticeStore(), name });
  const [one, other] = [store(open()), store(open())];
  await Promise.all([
    one.getState().actions.teach('orders', examples.slice(0, 3), 'run'),
    other.getState().actions.teach('orders', examples.slice(3), 'run'),
  ]);
  expect(await one.getState().actions.list()).toEqual([{ functionName: 'orders', examples: 6 }]);
});

test('is forgotten by function and altogether', async () => {
  const learned = store(createMemoryStorage());
  const { actions } = learned.getState();
  for (const name of ['a', 'b', 'c']) await actions.teach(name, examples, 'run');
  await actions.forget('b');
  expect((await actions.list()).map(({ functionName }) => functionName)).toEqual(['a', 'c']);
  expect(learned.getState().byFunction.get('b')).toBeNull();
  await actions.forget(null);
  expect(await actions.list()).toEqual([]);
  expect([...learned.getState().byFunction.values()]).toEqual([null, null, null]);
});

test('remembers 200 functions, those that were taught last', async () => {
  const db = createMemoryStorage();
  let time = 0;
  const { actions } = createLearnedStore({
    storage: Promise.resolve(db),
    now: () => new Date((time += 1)),
  }).getState();
  for (let index = 0; index < 203; index += 1) await actions.teach(`f${index}`, ['{}'], 'run');
  const names = (await actions.list()).map(({ functionName }) => functionName);
  expect(names).toHaveLength(200);
  expect(names).not.toContain('f2');
  expect(names).toContain('f202');
});

test('a damaged record is nothing learned, and the next example begins anew', async () => {
  const db = createMemoryStorage();
  await db.write([{ type: 'put', store: 'kv', key: 'learned:orders', value: { v: 1, shape: 7 } }]);
  const learned = store(db);
  await learned.getState().actions.load('orders');
  expect(learned.getState().byFunction.get('orders')).toBeNull();
  await learned.getState().actions.teach('orders', examples, 'run');
  expect(learned.getState().byFunction.get('orders')?.shape.seen).toBe(6);
});

test('no backup takes it along', async () => {
  const { deps } = openConsole();
  const { actions } = store(deps.storage).getState();
  await actions.teach('orders', ['{"learnedName":"learnedValue"}'], 'run');
  expect(await actions.list()).toHaveLength(1);
  const backup = await collectBackup(deps);
  if (!backup.ok) throw new Error(backup.error.message);
  const { file } = await packBackup(backup.value);
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  expect(text).toContain('invoke-console/backup');
  expect(text).not.toMatch(/learnedName|learnedValue|learned:/);
});

test('what was forgotten stays so after a reload: presets teach it no more, what is run from then on does', async () => {
  const db = createMemoryStorage();
  const { actions } = store(db).getState();
  await actions.teach('orders', examples, 'preset');
  await actions.teach('mail', examples, 'preset');
  await actions.forget('orders');
  const later = store(db);
  await later.getState().actions.teach('orders', examples, 'preset');
  await later.getState().actions.load('orders');
  expect(later.getState().byFunction.get('orders')).toBeNull();
  expect(await later.getState().actions.list()).toEqual([{ functionName: 'mail', examples: 6 }]);
  await later.getState().actions.teach('orders', ['{"id":9}'], 'run');
  await later.getState().actions.teach('orders', examples, 'preset');
  expect(await later.getState().actions.list()).toContainEqual({ functionName: 'orders', examples: 1 });
  // All of them, and again after another reload.
  await later.getState().actions.forget(null);
  const last = store(db);
  await last.getState().actions.teach('mail', examples, 'preset');
  expect(await last.getState().actions.list()).toEqual([]);
});

test('many payloads teach in turns, each a transaction of a measured length', async () => {
  const db = createMemoryStorage();
  const lengths: number[] = [];
  const counted: StorageDb = {
    ...db,
    transact: (stores, mode, work) => {
      if (mode === 'readwrite') lengths.push(1);
      return db.transact(stores, mode, work);
    },
  };
  const payload = (index: number): string => JSON.stringify({ index, text: 'x'.repeat(30_000) });
  const { actions } = store(counted).getState();
  await actions.teach(
    'orders',
    Array.from({ length: 10 }, (_none, index) => payload(index)),
    'preset',
  );
  expect(lengths).toHaveLength(5);
  expect(await actions.list()).toEqual([{ functionName: 'orders', examples: 10 }]);
});
