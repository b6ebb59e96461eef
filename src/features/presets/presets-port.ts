import type { ConnectionStore } from '../../state/connection-types.ts';
import type { DraftStore } from '../../state/draft-types.ts';
import type { PresetDialogStore } from '../../state/preset-dialogs.ts';
import type { PresetFolderStore } from '../../state/preset-folder-types.ts';
import type { PresetStore } from '../../state/preset-types.ts';

/** What the windows and lists of presets work with. */
export interface PresetsPort {
  /** The presets of this device. */
  store: PresetStore;
  /** Those of the folder that the local server serves. */
  folder: PresetFolderStore;
  dialogs: PresetDialogStore;
  drafts: DraftStore;
  connections: ConnectionStore;
}
