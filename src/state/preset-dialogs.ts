import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Expectation } from '../documents/expectations/expectation-types.ts';
import type { Preset } from '../documents/preset-types.ts';
import type { FolderPreset } from './preset-folder-types.ts';
import type { PresetOrigin } from './preset-types.ts';

/** Which window over presets is open; a list, a key or a button opens it. */
export type PresetDialog =
  /** `add`: what the preset expects of its runs from then on. */
  | { name: 'save'; asNew: boolean; add?: Expectation }
  | { name: 'edit'; presetId: string }
  /** null: what the draft in front holds. */
  | { name: 'share'; presetId: string | null; preset?: Preset }
  /** What an opened link holds. */
  | { name: 'link'; fragment: string }
  /** What a draft says otherwise than its preset. */
  | { name: 'differences'; draftId: string }
  /** The preset of a draft was changed elsewhere, and the draft was to be saved over it. `file`: as it lies there now. */
  | { name: 'conflict'; draftId: string; file?: FolderPreset | null }
  /** What leaves the page looks like it holds a secret: asked before it leaves. */
  | { name: 'secrets'; leaving: LeavingPresets }
  /** A command line, a document or a link as text, to be looked at before anything is done with it. */
  | { name: 'paste'; text: string }
  /** Several presets to be chosen for a file. */
  | { name: 'export' }
  /** What the runs of a preset should turn out to be, with one more to begin with. */
  | { name: 'expectations'; of: PresetOrigin; add?: Expectation }
  /** The stored runs of a preset against its expectations. */
  | { name: 'expectation-runs'; of: PresetOrigin };

export interface LeavingPresets {
  presets: readonly Preset[];
  /** What would be done, as the button says it: `Export`, `Save`. */
  verb: string;
  /** Who could read it then. */
  readers: string;
  go: (presets: readonly Preset[]) => void;
}

export interface PresetDialogState {
  open: PresetDialog | null;
  actions: { show: (dialog: PresetDialog) => void; close: () => void };
}

export type PresetDialogStore = StoreApi<PresetDialogState>;

export function createPresetDialogs(): PresetDialogStore {
  return createStore<PresetDialogState>((set) => ({
    open: null,
    actions: { show: (open) => set({ open }), close: () => set({ open: null }) },
  }));
}
