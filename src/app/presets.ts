import { createPresetDialogs, type PresetDialogStore } from '../state/preset-dialogs.ts';
import type { PresetStore } from '../state/preset-types.ts';
import type { StorageDb } from '../state/storage-types.ts';

/** Presets, whose store and documents come as late code: the first invoke does not wait for them. */
export interface LazyPresets {
  dialogs: PresetDialogStore;
  /** The one store, made when it is first asked for. */
  store(): Promise<PresetStore>;
}

export function createLazyPresets(storage: Promise<StorageDb>): LazyPresets {
  let store: Promise<PresetStore> | undefined;
  return {
    dialogs: createPresetDialogs(),
    store() {
      store ??= openPresets(storage);
      return store;
    },
  };
}

async function openPresets(storage: Promise<StorageDb>): Promise<PresetStore> {
  const [{ createPresetStore }, { openPresetChannel }] = await Promise.all([
    import('../state/preset-store.ts'),
    import('../state/preset-channel.ts'),
  ]);
  const store = createPresetStore({
    storage,
    channel: openPresetChannel(),
    randomUUID: () => crypto.randomUUID(),
  });
  await store.getState().actions.load();
  return store;
}
