import type { Preset } from '../documents/preset-types.ts';
import type { StoredConnection } from './connection-types.ts';
import type { RunBody, RunSummary } from './history-types.ts';
import type { Settings } from './settings-store.ts';
import type { Favourite } from './stored-favourite.ts';
import type { Draft } from './types.ts';

export interface StoredRun {
  summary: RunSummary;
  body: RunBody;
}

/** All that is stored, but for credentials, which no backup has a place for. */
export interface Backup {
  presets: readonly Preset[];
  runs: readonly StoredRun[];
  favourites: readonly Favourite[];
  drafts: readonly Draft[];
  connections: readonly StoredConnection[];
  settings: Settings | null;
}

export type BackupKind = keyof Backup;
