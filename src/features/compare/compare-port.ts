import type { CompareStore, CompareTarget } from '../../state/compare-store.ts';
import type { ConnectionStore } from '../../state/connection-types.ts';
import type { IgnoredPathsStore } from '../../state/ignored-paths.ts';
import type { SettingsStore } from '../../state/settings-store.ts';
import type { Draft } from '../../state/types.ts';
import type { Suggestion } from '../../ui/combobox.tsx';

/** What the comparing window works with. */
export interface ComparePort {
  store: CompareStore;
  ignored: IgnoredPathsStore;
  settings: SettingsStore;
  connections: ConnectionStore;
  /** Asks what has to be asked, and sends the draft's payload to both. Gives the reason when it can't. */
  start: (draft: Draft, order: ComparePlan) => Promise<string | null>;
  /** The functions of a connection, and versions and aliases of the one that is named, as the draft's own boxes propose them. */
  suggestions: (target: CompareTarget) => Promise<TargetSuggestions>;
}

export interface TargetSuggestions {
  functions: readonly Suggestion[];
  qualifiers: readonly Suggestion[];
}

export interface ComparePlan {
  left: CompareTarget;
  right: CompareTarget;
  together: boolean;
}
