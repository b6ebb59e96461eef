import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which window over the history is open; a list, a key or the palette opens it. */
export type HistoryDialog =
  | { name: 'compare'; left: string; right: string }
  | { name: 'favourite'; runId: string }
  | { name: 'limits' }
  | { name: 'clear' }
  | { name: 'save-backup' }
  | { name: 'restore-backup' };

export interface HistoryDialogState {
  open: HistoryDialog | null;
  actions: { show: (dialog: HistoryDialog) => void; close: () => void };
}

export type HistoryDialogStore = StoreApi<HistoryDialogState>;

export function createHistoryDialogs(): HistoryDialogStore {
  return createStore<HistoryDialogState>((set) => ({
    open: null,
    actions: { show: (open) => set({ open }), close: () => set({ open: null }) },
  }));
}
