import { createStore } from 'zustand/vanilla';
import type { Preset } from '../documents/preset-types.ts';
import type {
  PresetActions,
  PresetChannel,
  PresetState,
  PresetStore,
  PresetSummary,
  ReplacedPreset,
} from './preset-types.ts';
import type { NoticeStore } from './notice-store.ts';
import { listInOrder, movePreset } from './preset-order.ts';
import type { StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import { getOrigins, getPreset, getSummary, listPresets, putOrigins, putPreset } from './stored-preset.ts';

export interface PresetStoreDeps {
  storage: Promise<StorageDb>;
  channel: PresetChannel;
  randomUUID: () => string;
  /** Told of presets that can't be read. */
  notices: NoticeStore;
}

/** The presets of this device. What another tab changes shows here, and no tab overwrites another's change. */
export function createPresetStore({ storage, channel, randomUUID, notices }: PresetStoreDeps): PresetStore {
  let newest = 0;
  const load = async (): Promise<void> => {
    newest += 1;
    const own = newest;
    const db = await storage;
    const read = await db.transact(['presets', 'kv'], 'readonly', async (tx) => {
      const [summaries, origins, keys] = await Promise.all([
        listInOrder(tx),
        getOrigins(tx),
        tx.keys('presets'),
      ]);
      tellUnread(notices, keys.length - summaries.length);
      return { summaries, origins };
    });
    // An older reading that comes late must not put the list back.
    if (own === newest) store.setState({ phase: 'ready', ...(read.ok ? read.value : {}) });
  };
  const change: Change = async (work) => {
    const db = await storage;
    const result = await db.transact(['presets', 'presetBodies', 'kv'], 'readwrite', work);
    if (result.ok) channel.tell();
    await load();
    return result;
  };
  const store = createStore<PresetState>(() => ({
    phase: 'loading',
    summaries: [],
    origins: new Map(),
    actions: { load, ...readActions(storage), ...writeActions(change, randomUUID) },
  }));
  channel.listen(() => void load());
  return store;
}

function tellUnread(notices: NoticeStore, count: number): void {
  if (count === 0) return;
  const text = `${count} of the saved presets can not be read. They are left as they are.`;
  const remedy = { type: 'save-unread' } as const;
  notices.getState().actions.tell({ id: 'presets-unread', tone: 'warning', text, remedy });
}

/** Does the work in one transaction, tells the other tabs, and reads the list again. */
type Change = <T>(work: (tx: StorageTransaction) => Promise<T>) => Promise<StorageResult<T>>;

type ReadActions = Pick<PresetActions, 'get' | 'all'>;

function readActions(storage: Promise<StorageDb>): ReadActions {
  return {
    async get(id) {
      const db = await storage;
      const read = await db.transact(['presetBodies'], 'readonly', (tx) => getPreset(tx, id));
      return read.ok ? read.value : null;
    },
    async all() {
      const db = await storage;
      const read = await db.transact(['presetBodies'], 'readonly', listPresets);
      return read.ok ? read.value : [];
    },
  };
}

function writeActions(
  change: Change,
  randomUUID: () => string,
): Omit<PresetActions, keyof ReadActions | 'load'> {
  return {
    add: (presets) => change((tx) => addAll(tx, presets, randomUUID)),
    async replace(preset, revision) {
      const result = await change((tx) => replaceIn(tx, preset, revision));
      return result.ok ? result.value : { ok: false, reason: 'storage', message: result.error.message };
    },
    async remove(id) {
      const result = await change(async (tx) => {
        const preset = await getPreset(tx, id);
        await Promise.all([tx.delete('presets', id), tx.delete('presetBodies', id)]);
        return preset;
      });
      return result.ok ? result.value : null;
    },
    async move(id, toIndex) {
      await change((tx) => movePreset(tx, id, toIndex));
    },
    async setOrigin(draftId, origin) {
      await change(async (tx) => {
        const origins = new Map(await getOrigins(tx));
        // Anew at the end: the longest unused falls out first.
        origins.delete(draftId);
        await putOrigins(tx, origins.set(draftId, origin));
      });
    },
  };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function addAll(
  tx: StorageTransaction,
  presets: readonly Preset[],
  randomUUID: () => string,
): Promise<PresetSummary[]> {
  const taken = new Set((await tx.list('presets')).map(({ key }) => key));
  return Promise.all(
    presets.map((preset) => {
      const id = uuid.test(preset.id) && !taken.has(preset.id) ? preset.id : randomUUID();
      taken.add(id);
      return putPreset(tx, { ...preset, id }, 1);
    }),
  );
}

async function replaceIn(tx: StorageTransaction, preset: Preset, revision: number): Promise<ReplacedPreset> {
  const stored = await getSummary(tx, preset.id);
  if (stored === null) return { ok: false, reason: 'gone' };
  if (stored.revision !== revision) return { ok: false, reason: 'changed' };
  return { ok: true, summary: await putPreset(tx, preset, revision + 1) };
}
