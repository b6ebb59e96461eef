import type { StoreApi } from 'zustand/vanilla';
import type { InvocationType } from '../core/index.ts';
import type { Preset } from '../documents/preset-types.ts';
import type { StorageResult } from './storage-types.ts';

/** What a list of presets shows; small, so that ten thousand fit in memory. */
export interface PresetSummary {
  v: 1;
  id: string;
  /** Counts the changes: one that was made upon another revision is not kept. */
  revision: number;
  name: string;
  tags: readonly string[];
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  payloadBytes: number;
}

/** The preset that a draft was opened from or saved as. */
export type PresetOrigin =
  | { presetId: string; revision: number }
  /** A file of the preset folder. */
  | { path: string; version: string };

export interface PresetState {
  phase: 'loading' | 'ready';
  /** By function; in it as somebody has ordered them, the others by name behind. */
  summaries: readonly PresetSummary[];
  /** By draft id. */
  origins: ReadonlyMap<string, PresetOrigin>;
  actions: PresetActions;
}

/** Each change is one transaction: all of it is kept, or nothing. */
export interface PresetActions {
  load(): Promise<void>;
  /** null when it is gone or can't be read. */
  get(id: string): Promise<Preset | null>;
  all(): Promise<readonly Preset[]>;
  /** Adds them, each as new; an id that is taken or is no UUID gives way to a new one. */
  add(presets: readonly Preset[]): Promise<StorageResult<readonly PresetSummary[]>>;
  /** Replaces the preset of this id if it is still at `revision`. */
  replace(preset: Preset, revision: number): Promise<ReplacedPreset>;
  /** Gives what was removed, for undo. */
  remove(id: string): Promise<Preset | null>;
  /** Puts a preset at another place among those of its function, counted from 0. */
  move(id: string, toIndex: number): Promise<void>;
  /** Says which preset a draft belongs to; kept with the drafts. */
  setOrigin(draftId: string, origin: PresetOrigin): Promise<void>;
}

export type ReplacedPreset =
  | { ok: true; summary: PresetSummary }
  /** `changed`: another tab was faster. `gone`: it was deleted. */
  | { ok: false; reason: 'changed' | 'gone' }
  | { ok: false; reason: 'storage'; message: string };

export type PresetStore = StoreApi<PresetState>;

/** Tells the other tabs that presets have changed, and hears it from them. */
export interface PresetChannel {
  tell(): void;
  listen(listener: () => void): void;
}
