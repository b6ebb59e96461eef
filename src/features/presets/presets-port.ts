import type { ConnectionStore } from '../../state/connection-types.ts';
import type { DraftStore } from '../../state/draft-types.ts';
import type { PresetDialogStore } from '../../state/preset-dialogs.ts';
import type { PresetStore } from '../../state/preset-types.ts';

/** What the windows and lists of presets work with. */
export interface PresetsPort {
  store: PresetStore;
  dialogs: PresetDialogStore;
  drafts: DraftStore;
  connections: ConnectionStore;
}
