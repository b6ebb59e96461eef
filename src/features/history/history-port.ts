import type { BackupDeps } from '../../state/backup-store.ts';
import type { HistoryDialogStore } from '../../state/history-dialogs.ts';
import type { HistoryStore, RunSummary } from '../../state/history-types.ts';
import type { RunKeeper } from '../../state/run-keeper.ts';
import type { SettingsStore } from '../../state/settings-store.ts';
import type { StorageDb } from '../../state/storage-types.ts';

/** What the history works with. */
export interface HistoryPort {
  history: HistoryStore;
  keeper: RunKeeper;
  dialogs: HistoryDialogStore;
  settings: SettingsStore;
  storage: Promise<StorageDb>;
  backup: BackupDeps;
}

/** What can be done with a run beyond the history. */
export interface RunDoings {
  /** Opens it as a draft with its result; nothing is sent. */
  open: (id: string) => void;
  /** Sends the same again, once, to where it went. */
  replay: (id: string) => void;
  /** Why it can't be sent again just so. */
  replayObstacle: (summary: RunSummary) => string | undefined;
}
