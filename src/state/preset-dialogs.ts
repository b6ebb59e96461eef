import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which window over presets is open; a list, a key or a button opens it. */
export type PresetDialog =
  | { name: 'save'; asNew: boolean }
  | { name: 'edit'; presetId: string }
  /** null: what the draft in front holds. */
  | { name: 'share'; presetId: string | null }
  /** What an opened link holds. */
  | { name: 'link'; fragment: string };

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
