import { expect, test } from 'vitest';
import { preset } from '../documents/preset.fixture.ts';
import { packBackup } from './backup-file.ts';
import { maskBackup, secretsInBackup } from './backup-secrets.ts';
import { keepRun, openConsole, presetsOf, restore } from './backup.fixture.ts';
import { collectBackup, newInBackup, restoreBackup } from './backup-store.ts';
import { readRun } from './history-records.ts';
import { addOrder, listInOrder } from './preset-order.ts';

import { answer, connection, payload, run } from './state.fixture.ts';
import { getOrigins, putOrigins, putPreset } from './stored-preset.ts';
import type { StorageDb } from './storage-types.ts';

type Console = ReturnType<typeof openConsole>;

const first = '0b9f3c52-1111-4222-8333-444455556661';
const second = '0b9f3c52-1111-4222-8333-444455556662';
const keyId = 'AKIAIOSFODNN7EXAMPLE';

async function collected({ deps }: Console) {
  const read = await collectBackup(deps);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function packed(console: Console): Promise<Blob> {
  return (await packBackup(await collected(console))).file;
}

/** Two presets in an order that is not by name, and a draft at, behind and beside them. */
async function withPresets(): Promise<Console> {
  const source = openConsole();
  const [at, behind, beside] = ['at', 'behind', 'beside'].map((functionName) =>
    source.drafts.getState().actions.open({ functionName }),
  );
  await source.db.transact(['presets', 'presetBodies', 'kv'], 'readwrite', async (tx) => {
    await putPreset(tx, preset({ id: first, name: 'A' }), 3);
    await putPreset(tx, preset({ id: second, name: 'B' }), 5);
    await addOrder(tx, [[preset().request.functionName, [second, first]]]);
    await putOrigins(
      tx,
      new Map([
        [at ?? '', { presetId: first, revision: 3 }],
        [behind ?? '', { presetId: second, revision: 4 }],
        [beside ?? '', { path: 'orders/a.preset.json', version: 'v7' }],
      ]),
    );
  });
  return source;
}

async function originsByFunction({ db, drafts }: Console): Promise<Record<string, unknown>> {
  const read = await db.transact(['kv'], 'readonly', getOrigins);
  if (!read.ok) throw new Error(read.error.message);
  const open = drafts.getState().drafts.filter(({ id }) => read.value.has(id));
  return Object.fromEntries(open.map(({ id, functionName }) => [functionName, read.value.get(id)]));
}

async function namesInOrder(db: StorageDb): Promise<string[]> {
  const read = await db.transact(['presets', 'kv'], 'readonly', listInOrder);
  return read.ok ? read.value.map(({ name }) => name) : [];
}

test('the order of presets and the preset that each draft came from are restored', async () => {
  const target = openConsole();
  await restore(target, await packed(await withPresets()));
  expect(await namesInOrder(target.db)).toEqual(['B', 'A']);
  expect(await originsByFunction(target)).toEqual({
    at: { presetId: first, revision: 1 },
    // Changed since the draft was opened: saving it asks, as it did there.
    behind: { presetId: second, revision: 0 },
    beside: { path: 'orders/a.preset.json', version: 'v7' },
  });
});

test('a preset that differs from the one here is named, and its draft belongs to the one of the backup', async () => {
  const file = await packed(await withPresets());
  const target = openConsole();
  await target.db.transact(['presets', 'presetBodies'], 'readwrite', (tx) =>
    putPreset(tx, preset({ id: first, name: 'A, changed here' }), 9),
  );
  const restored = await restore(target, file);
  expect(restored.conflicts).toEqual(['A']);
  const names = (await presetsOf(target.db)).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['A', 'A, changed here', 'B']);
  const copy = (await presetsOf(target.db)).find(({ name }) => name === 'A');
  expect(copy?.id).not.toBe(first);
  expect(await originsByFunction(target)).toMatchObject({ at: { presetId: copy?.id, revision: 1 } });
});

test('a draft that nobody typed into stays where it is', async () => {
  const source = openConsole();
  source.drafts.getState().actions.open({ functionName: 'orders' });
  expect(source.drafts.getState().drafts).toHaveLength(2);
  expect((await collected(source)).drafts).toHaveLength(1);
  const whole = await collected(source);
  const blank = source.drafts.getState().drafts.filter(({ functionName }) => functionName === '');
  const fresh = await newInBackup(openConsole().deps, { ...whole, drafts: [...whole.drafts, ...blank] });
  expect(fresh).toMatchObject({ ok: true, value: { drafts: [{ functionName: 'orders' }] } });
});

test('what protects a connection comes along', async () => {
  const source = openConsole();
  source.connections
    .getState()
    .actions.save({ ...connection(), kind: 'aws', production: true, readOnly: true });
  const target = openConsole();
  await restore(target, await packed(source));
  expect(target.connections.getState().connections).toMatchObject([{ production: true, readOnly: true }]);
});

test('a guard that was set here meanwhile stays, whatever the backup says of that connection', async () => {
  const source = openConsole();
  source.connections.getState().actions.save({ ...connection(), kind: 'aws' });
  const target = openConsole();
  const fresh = await newInBackup(target.deps, await collected(source));
  target.connections.getState().actions.save({ ...connection(), kind: 'aws', production: true });
  if (fresh.ok) await restoreBackup(target.deps, fresh.value);
  expect(target.connections.getState().connections).toMatchObject([{ production: true }]);
});

test('secrets in payloads, contexts, responses and logs are found, and masked in the file alone', async () => {
  const source = openConsole();
  const held = payload(`{"key":"${keyId}","é":1}`);
  source.drafts.getState().actions.open({ functionName: 'orders', payload: held });
  const log = { base64: btoa(`START ${keyId}`), text: `START ${keyId}`, truncated: false };
  const result = answer();
  const ended = run({
    outcome: 'success',
    endedAt: new Date(5),
    request: { ...run().request, payload: held, clientContext: `{"k":"${keyId}"}` },
    result: result.ok
      ? {
          ...result,
          output: {
            ...result.output,
            payload: held.bytes,
            logResult: log,
            headers: { 'x-amz-log-result': log.base64, 'x-note': keyId },
          },
        }
      : result,
  });
  await keepRun(source.db, ended);
  const backup = await collected(source);
  expect(await secretsInBackup(backup)).toEqual({ records: 2, kinds: ['AWS access key ID'] });

  // A secret of an environment looks like nothing; its value is known to the page that sent it.
  const known = ['"é":1'];
  expect((await secretsInBackup(backup, known)).kinds).toContain('Secret of an environment');
  const { runs } = await maskBackup(backup, known);
  expect(runs[0]?.body.request.payload).toEqual({
    bytes: new TextEncoder().encode(`{"key":"${'*'.repeat(20)}",${'*'.repeat(6)}}`),
  });

  const masked = await maskBackup(backup);
  expect(await secretsInBackup(masked)).toEqual({ records: 0, kinds: [] });
  const { file } = await packBackup(masked);
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  for (const form of [keyId, btoa(keyId), log.base64]) expect(text).not.toContain(form);
  const target = openConsole();
  await restore(target, file);
  const kept = await readRun(target.db, ended.id);
  expect(new TextDecoder().decode(kept?.request.payload.bytes)).toBe(`{"key":"${'*'.repeat(20)}","é":1}`);
  expect(source.drafts.getState().drafts.at(-1)?.payload).toBe(held);
});

test('a secret that a run of an earlier page was sent with is known by its record, and masked in all of it', async () => {
  const source = openConsole();
  const held = payload('{"colour":"blue\\"7"}');
  const result = answer({ payload: new TextEncoder().encode('["blue\\"7"]') });
  const request = { ...run().request, payload: held, secretParts: [[11, 18] as const] };
  const ended = run({ outcome: 'success', endedAt: new Date(5), request, result });
  await keepRun(source.db, ended);
  const backup = await collected(source);
  expect(await secretsInBackup(backup)).toEqual({ records: 1, kinds: ['Secret of an environment'] });
  const { file } = await packBackup(await maskBackup(backup));
  const target = openConsole();
  await restore(target, file);
  const kept = await readRun(target.db, ended.id);
  expect(new TextDecoder().decode(kept?.request.payload.bytes)).toBe('{"colour":"*******"}');
  expect(kept?.result?.ok && new TextDecoder().decode(kept.result.output.payload)).toBe('["*******"]');
});

test('environments go along without their secrets, beside those of the same id that differ', async () => {
  const source = openConsole();
  const values = [
    { name: 'table', value: 'orders', isSecret: false },
    { name: 'token', value: 'CANARY-secret', isSecret: true },
  ];
  source.environments.getState().actions.save({ id: 'e1', name: 'Test', values });
  source.environments.getState().actions.save({ id: 'e2', name: 'Live', values: [] });
  const file = await packed(source);
  const target = openConsole();
  target.environments.getState().actions.save({ id: 'e1', name: 'Mine', values: [] });
  await restore(target, file);
  const { environments, activeId } = target.environments.getState();
  expect(environments.map(({ name }) => name)).toEqual(['Mine', 'Test', 'Live']);
  expect(environments[1]?.values).toEqual([values[0], { ...values[1], value: '' }]);
  expect(activeId).toBe('e1');
  // A second time there is nothing new.
  const again = await restore(target, file);
  expect(again.environments).toEqual([]);
});

test('a value of an environment that looks like a secret is told before it leaves, and can be masked', async () => {
  const source = openConsole();
  source.environments
    .getState()
    .actions.save({ id: 'e1', name: 'T', values: [{ name: 'key', value: keyId, isSecret: false }] });
  const backup = await collected(source);
  expect(await secretsInBackup(backup)).toMatchObject({ records: 1 });
  expect(JSON.stringify((await maskBackup(backup)).environments)).not.toContain(keyId);
});
