import { newEnvironments, newPresets, withId } from './backup-newness.ts';
import type { Backup, DraftOrigin, StoredRun } from './backup-types.ts';
import { asImported } from './connection-edits.ts';
import type { ConnectionStore, StoredConnection } from './connection-types.ts';
import { isSameContent, isUntouched } from './draft.ts';
import type { DraftStore } from './draft-types.ts';
import { withoutSecrets, type EnvironmentStore } from './environments.ts';
import type { SettingsStore } from './settings-store.ts';
import { openHistoryChannel } from './history-channel.ts';
import { openPresetChannel } from './preset-channel.ts';
import { addOrder, listOrder, type PresetOrder } from './preset-order.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import { readDrafts, sessionPrefix } from './stored-draft.ts';
import { listFavourites } from './stored-favourite.ts';
import {
  getOrigins,
  getSummary,
  listPresets,
  listSummaries,
  putOrigins,
  putPreset,
} from './stored-preset.ts';
import { pageEntries, parseBegun, parseBody, parseEnded, parsePage, parseSummary } from './stored-run.ts';

export interface BackupDeps {
  storage: Promise<StorageDb>;
  drafts: DraftStore;
  connections: ConnectionStore;
  settings: SettingsStore;
  environments: EnvironmentStore;
  randomUUID: () => string;
}

/** Everything stored on this device that is no credential, newest runs first. */
export async function collectBackup(deps: BackupDeps): Promise<StorageResult<Backup>> {
  const db = await deps.storage;
  const stores = [
    'presets',
    'presetBodies',
    'kv',
    'drafts',
    'favourites',
    'runSummaries',
    'runGroups',
    'runPages',
    'runBodies',
  ] as const;
  const { actions: _actions, ...settings } = deps.settings.getState();
  return db.transact(stores, 'readonly', async (tx) => ({
    presets: await listPresets(tx),
    drafts: await allDrafts(tx, deps.drafts),
    favourites: await listFavourites(tx),
    runs: await allRuns(tx),
    connections: storedOnes(deps.connections),
    settings,
    environments: deps.environments.getState().environments.map(withoutSecrets),
    presetOrder: await listOrder(tx),
    origins: await allOrigins(tx),
  }));
}

async function allOrigins(tx: StorageTransaction): Promise<DraftOrigin[]> {
  const revisions = new Map((await listSummaries(tx)).map(({ id, revision }) => [id, revision]));
  return [...(await getOrigins(tx))].map(([draftId, origin]) => ({
    draftId,
    origin,
    isNewest: !('presetId' in origin) || revisions.get(origin.presetId) === origin.revision,
  }));
}

function storedOnes(connections: ConnectionStore): StoredConnection[] {
  return connections.getState().connections.flatMap((one) => (isStored(one) ? [one] : []));
}

function isStored(connection: { kind: string }): connection is StoredConnection {
  return connection.kind !== 'local';
}

/** Those of this tab as they are on the screen, those of others as they were stored last. */
async function allDrafts(tx: StorageTransaction, drafts: DraftStore): Promise<Backup['drafts']> {
  const open = drafts.getState().drafts;
  const sessions = await tx.keys('kv', { prefix: sessionPrefix });
  const stored = await Promise.all(sessions.map((key) => readDrafts(tx, key.slice(sessionPrefix.length))));
  const others = stored
    .flatMap((session) => session.drafts)
    .filter(({ id }) => !open.some((one) => one.id === id));
  return [...open, ...others].filter((draft) => !isUntouched(draft));
}

async function allRuns(tx: StorageTransaction): Promise<StoredRun[]> {
  const pages = (await tx.list('runPages')).flatMap(({ value }) => parsePage(value).summaries);
  const singles = (await tx.list('runSummaries')).map(({ value }) => value);
  const grouped = (await tx.list('runGroups')).flatMap(({ value }) => pageEntries(value));
  const found = [
    ...pages.map((summary) => ({ summary, entry: null as unknown })),
    ...[...singles, ...grouped].map((entry) => ({ summary: parseSummary(entry), entry })),
  ];
  const runs: StoredRun[] = [];
  for (const { summary, entry } of found) {
    const stored = summary && (await tx.get('runBodies', summary.id));
    const body = parseBody(stored) ?? parseBegun(entry);
    if (summary && body) runs.push({ summary: parseEnded(stored) ?? summary, body });
  }
  return runs.toSorted((a, b) => (a.summary.id < b.summary.id ? 1 : -1));
}

/** What of a backup is not here yet. Nothing that is here is ever replaced. */
export interface NewInBackup extends Backup {
  known: number;
  /** Names of presets that differ from what is here under the same id, and come beside it. */
  conflicts: readonly string[];
}

/**
 * A preset of a known id that differs comes as another one beside it: nobody can tell which is newer. Ids are those
 * that the presets have here, or will have.
 */
export async function newInBackup(deps: BackupDeps, backup: Backup): Promise<StorageResult<NewInBackup>> {
  const db = await deps.storage;
  const stores = ['presetBodies', 'favourites', 'runBodies', 'kv', 'drafts'] as const;
  const read = await db.transact(stores, 'readonly', async (tx) => ({
    presets: await listPresets(tx),
    runs: new Set(await tx.keys('runBodies')),
    favourites: new Set(await tx.keys('favourites')),
    drafts: await allDrafts(tx, deps.drafts),
  }));
  if (!read.ok) return read;
  const here = read.value;
  const connections = new Set(deps.connections.getState().connections.map(({ id }) => id));
  const runs = backup.runs.filter(({ summary }) => !here.runs.has(summary.id));
  const runIds = new Set([...here.runs, ...runs.map(({ summary }) => summary.id)]);
  const { presets, idOf, conflicts } = newPresets(here.presets, backup.presets, deps.randomUUID);
  const fresh: Backup = {
    presets,
    runs,
    favourites: backup.favourites.filter(({ id }) => !here.favourites.has(id) && runIds.has(id)),
    drafts: backup.drafts.filter(
      (one) => !isUntouched(one) && !here.drafts.some((draft) => isSameContent(draft, one)),
    ),
    connections: backup.connections.filter(({ id }) => !connections.has(id)),
    settings: backup.settings,
    environments: newEnvironments(
      deps.environments.getState().environments,
      backup.environments,
      deps.randomUUID,
    ),
    presetOrder: backup.presetOrder.map(([name, ids]) => [name, ids.flatMap((id) => idOf.get(id) ?? [])]),
    origins: backup.origins.map((one) => ({ ...one, origin: withId(one.origin, idOf) })),
  };
  return { ok: true, value: { ...fresh, known: sizeOf(backup) - sizeOf(fresh), conflicts } };
}

export function sizeOf({ presets, runs, favourites, drafts, connections, environments }: Backup): number {
  const lists = [presets, runs, favourites, drafts, connections, environments];
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** Adds what a backup brings: records in one transaction, all of them or none, and only then the rest. */
export async function restoreBackup(deps: BackupDeps, fresh: Backup): Promise<StorageResult<void>> {
  const db = await deps.storage;
  const stores = ['presets', 'presetBodies', 'kv', 'runSummaries', 'runBodies', 'favourites'] as const;
  const written = await db.transact(stores, 'readwrite', async (tx) => {
    const taken = new Set(await tx.keys('presetBodies'));
    for (const preset of fresh.presets) {
      const id = taken.has(preset.id) ? deps.randomUUID() : preset.id;
      taken.add(id);
      await putPreset(tx, { ...preset, id }, 1);
    }
    await addOrder(tx, await onlyStored(tx, fresh.presetOrder));
    for (const { summary, body } of fresh.runs) {
      await tx.put('runSummaries', summary.id, summary);
      await tx.put('runBodies', summary.id, body);
    }
    for (const favourite of fresh.favourites) await tx.put('favourites', favourite.id, favourite);
  });
  if (!written.ok) return written;
  for (const connection of fresh.connections) {
    // Looked up now: another tab may have made it since the backup was compared.
    const { connections, actions } = deps.connections.getState();
    actions.save(asImported(connection, connections));
  }
  if (fresh.environments.length > 0) deps.environments.getState().actions.add(fresh.environments);
  if (fresh.settings) deps.settings.getState().actions.set(fresh.settings);
  const origins = await restoreOrigins(db, fresh.origins, openDrafts(deps, fresh));
  // Heard by this page's own lists too.
  openHistoryChannel().tell({ type: 'all' });
  openPresetChannel().tell();
  return origins;
}

async function onlyStored(tx: StorageTransaction, order: PresetOrder): Promise<PresetOrder> {
  const stored = new Set(await tx.keys('presets'));
  return order
    .map(([functionName, ids]) => [functionName, ids.filter((id) => stored.has(id))] as const)
    .filter(([, ids]) => ids.length > 0);
}

/** A draft belongs to its preset as it is stored here; one that was behind is behind here too. */
function restoreOrigins(
  db: StorageDb,
  added: readonly DraftOrigin[],
  openedAs: ReadonlyMap<string, string>,
): Promise<StorageResult<void>> {
  return db.transact(['presets', 'kv'], 'readwrite', async (tx) => {
    const origins = new Map(await getOrigins(tx));
    for (const { draftId, origin, isNewest } of added) {
      const opened = openedAs.get(draftId);
      if (opened === undefined) continue;
      if (!('presetId' in origin)) origins.set(opened, origin);
      else {
        const preset = await getSummary(tx, origin.presetId);
        if (preset) origins.set(opened, { ...origin, revision: isNewest ? preset.revision : 0 });
      }
    }
    await putOrigins(tx, origins);
  });
}

/** As further tabs; the one in front stays there. Gives the new id of each. */
function openDrafts({ drafts }: BackupDeps, fresh: Backup): ReadonlyMap<string, string> {
  const { activeId, actions } = drafts.getState();
  const openedAs = new Map<string, string>();
  for (const { id: before, lastRunId, ...fields } of fresh.drafts) {
    const id = actions.open(fields);
    openedAs.set(before, id);
    if (lastRunId !== null) actions.setLastRun(id, lastRunId);
  }
  actions.activate(activeId);
  return openedAs;
}
