import type { Preset } from '../documents/preset-types.ts';
import type { PresetFolderStore } from './preset-folder-types.ts';
import type { PresetOrigin, PresetStore } from './preset-types.ts';

/** Where presets are kept: on this device, and in the folder that is served. */
export interface PresetPlaces {
  store: PresetStore;
  folder: PresetFolderStore;
}

/** The preset that a draft came from, as it is now; null when there is none any more. */
export async function originPreset(
  { store, folder }: PresetPlaces,
  origin: PresetOrigin,
): Promise<Preset | null> {
  if ('presetId' in origin) return store.getState().actions.get(origin.presetId);
  return folder.getState().presets.find(({ path }) => path === origin.path)?.preset ?? null;
}

export function isSameOrigin(a: PresetOrigin, b: PresetOrigin | undefined): boolean {
  if (b === undefined) return false;
  return 'path' in a ? 'path' in b && a.path === b.path : 'presetId' in b && a.presetId === b.presetId;
}
