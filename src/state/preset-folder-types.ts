import type { StoreApi } from 'zustand/vanilla';
import type { Preset } from '../documents/preset-types.ts';

/** A preset of the folder that `npm start` serves. */
export interface FolderPreset {
  /** `<function>/<slug>.preset.json` */
  path: string;
  /** Changes with either file of the preset. */
  version: string;
  preset: Preset;
}

export interface PresetFolderState {
  /** `closed`: no folder is served. */
  phase: 'closed' | 'loading' | 'ready' | 'failed';
  /** The last part of the folder's path. */
  name: string | null;
  /** Why it can't be read. */
  message: string | null;
  writable: boolean;
  presets: readonly FolderPreset[];
  /** Files that hold no preset, each with the reason. */
  problems: readonly { path: string; message: string }[];
  actions: PresetFolderActions;
}

export interface PresetFolderActions {
  /** Reads the folder of this name and keeps up with it; null closes it. */
  open(name: string | null): void;
  load(): Promise<void>;
  /** Writes a preset over the version that is known, or as a new file. */
  save(preset: Preset, known: FolderVersion | null): Promise<FolderSaved>;
  remove(known: FolderVersion): Promise<FolderSaved>;
}

/** A file as it was read: a change is kept only if it still is. */
export interface FolderVersion {
  path: string;
  version: string;
}

export type FolderSaved =
  | { ok: true; path: string; version: string | null }
  /** It was changed on disk: `now` is what lies there, null when it is gone. */
  | { ok: false; reason: 'conflict'; now: FolderPreset | null }
  | { ok: false; reason: 'refused'; message: string };

export type PresetFolderStore = StoreApi<PresetFolderState>;

/** Calls back at the beginning and whenever the folder has changed, until the returned function is called. */
export type FolderChanges = (onChange: () => void) => () => void;
