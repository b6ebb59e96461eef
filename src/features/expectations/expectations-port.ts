import type { Preset } from '../../documents/preset-types.ts';
import type { DraftStore } from '../../state/draft-types.ts';
import type { HistoryStore } from '../../state/history-types.ts';
import type { PresetPlaces } from '../../state/origin-preset.ts';
import type { PresetDialogStore } from '../../state/preset-dialogs.ts';
import type { FolderVersion } from '../../state/preset-folder-types.ts';
import type { RunStore } from '../../state/run-types.ts';

/** What the expectations of presets are edited and checked with. */
export interface ExpectationsPort extends PresetPlaces {
  dialogs: PresetDialogStore;
  drafts: DraftStore;
  runs: RunStore;
  history: HistoryStore;
  /** Writes a preset over its file, where others read it; what looks like a secret is asked about first. */
  saveFile: (preset: Preset, known: FolderVersion) => void;
}
