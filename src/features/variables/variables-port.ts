import type { Expanded } from '../../documents/variables/expand-variables.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';
import type { DraftStore } from '../../state/draft-types.ts';
import type { EnvironmentState, EnvironmentStore } from '../../state/environments.ts';

/** What the window of variables works with. */
export interface VariablesPort {
  drafts: DraftStore;
  environments: EnvironmentStore;
  /** What a press would send now. */
  preview: (
    payload: PayloadDocument,
    environment: EnvironmentState,
    values?: ReadonlyMap<string, string>,
  ) => Expanded;
}
