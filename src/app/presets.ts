import type { ConnectionStore } from '../state/connection-types.ts';
import type { NoticeStore } from '../state/notice-store.ts';
import { createPresetDialogs, type PresetDialogStore } from '../state/preset-dialogs.ts';
import type { PresetFolderStore } from '../state/preset-folder-types.ts';
import type { PresetStore } from '../state/preset-types.ts';
import type { StorageDb } from '../state/storage-types.ts';
import { lateValue, type LateValue } from '../ui/late-part.ts';

/** Presets, whose stores and documents come as late code: the first invoke does not wait for them. */
export interface LazyPresets {
  dialogs: PresetDialogStore;
  /** The presets of this device and those of the folder, made when they are first asked for. */
  stores: LateValue<PresetStores>;
}

export interface PresetStores {
  store: PresetStore;
  folder: PresetFolderStore;
}

export interface CreateLazyPresets {
  storage: Promise<StorageDb>;
  connections: ConnectionStore;
  notices: NoticeStore;
}

export function createLazyPresets(options: CreateLazyPresets): LazyPresets {
  return { dialogs: createPresetDialogs(), stores: lateValue(() => openPresets(options)) };
}

async function openPresets({ storage, connections, notices }: CreateLazyPresets): Promise<PresetStores> {
  const { createPresetStore, openPresetChannel, createPresetFolder, listenToFolder } =
    await import('./preset-parts.ts');
  const store = createPresetStore({
    storage,
    channel: openPresetChannel(),
    randomUUID: () => crypto.randomUUID(),
    notices,
  });
  const folder = createPresetFolder({ fetch: (url, init) => fetch(url, init), changes: listenToFolder });
  const follow = (): void => {
    const { local } = connections.getState();
    if (local.state === 'ready') folder.getState().actions.open(local.presetsDir);
  };
  follow();
  connections.subscribe(follow);
  await store.getState().actions.load();
  return { store, folder };
}
