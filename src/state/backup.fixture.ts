import { expect } from 'vitest';
import { readBackup } from './backup-file.ts';
import { newInBackup, restoreBackup, type BackupDeps } from './backup-store.ts';
import { createConnectionStore } from './connection-store.ts';
import { createCredentialMemory } from './credential-memory.ts';
import { createDraftStore } from './draft-store.ts';
import { createEnvironments } from './environments.ts';
import { toRecord } from './run-record.ts';
import { createSettingsStore } from './settings-store.ts';
import { textStorage } from './state.fixture.ts';
import { createMemoryStorage } from './storage-memory.ts';
import type { StorageDb } from './storage-types.ts';
import { listPresets } from './stored-preset.ts';
import type { Run } from './types.ts';

/** A console of its own, as on another origin. */
export function openConsole() {
  const db = createMemoryStorage();
  const storage = textStorage();
  const credentials = createCredentialMemory();
  const connections = createConnectionStore({
    storage,
    tabStorage: textStorage(),
    credentials,
    fetch: () => Promise.reject(new TypeError('no server')),
  });
  const settings = createSettingsStore(storage);
  const randomUUID = (): string => crypto.randomUUID();
  const drafts = createDraftStore({ randomUUID, initialFields: () => ({}), phase: 'ready' });
  const environments = createEnvironments(storage);
  const deps: BackupDeps = {
    storage: Promise.resolve(db),
    drafts,
    connections,
    settings,
    environments,
    randomUUID,
  };
  return { db, deps, drafts, connections, settings, environments };
}

/** As a run is found that has ended, or that an earlier version left under way. */
export async function keepRun(db: StorageDb, one: Run): Promise<void> {
  const record = await toRecord(one, 'page', () => Promise.resolve(null));
  await db.write([
    { type: 'put', store: 'runSummaries', key: one.id, value: record?.summary },
    { type: 'put', store: 'runBodies', key: one.id, value: record?.body },
  ]);
}

export async function restore(target: ReturnType<typeof openConsole>, file: Blob) {
  const read = await readBackup(file);
  if (!read.ok) throw new Error(read.message);
  const fresh = await newInBackup(target.deps, read.backup);
  if (!fresh.ok) throw new Error(fresh.error.message);
  expect(await restoreBackup(target.deps, fresh.value)).toMatchObject({ ok: true });
  return { ...fresh.value, unread: read.unread };
}

export async function presetsOf(db: StorageDb) {
  const read = await db.transact(['presetBodies'], 'readonly', listPresets);
  return read.ok ? read.value : [];
}
