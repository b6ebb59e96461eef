import type { Preset } from '../documents/preset-types.ts';
import type { StoredConnection } from './connection-types.ts';
import type { Environment } from './environments.ts';
import type { RunBody, RunSummary } from './history-types.ts';
import type { PresetOrder } from './preset-order.ts';
import type { PresetOrigin } from './preset-types.ts';
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
  /** Without the values of secrets. */
  environments: readonly Environment[];
  presetOrder: PresetOrder;
  origins: readonly DraftOrigin[];
}

/** The preset that a draft of the backup came from. */
export interface DraftOrigin {
  draftId: string;
  origin: PresetOrigin;
  /** Its preset had not been changed since: revisions are counted on each device for itself. */
  isNewest: boolean;
}

/** What can be chosen; the order goes with the presets, the origins with the drafts. */
export type BackupKind = Exclude<keyof Backup, 'presetOrder' | 'origins'>;
