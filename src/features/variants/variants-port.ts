import type { VariableContext } from '../../documents/variables/evaluate.ts';
import type { DraftStore } from '../../state/draft-types.ts';
import type { EnvironmentState, EnvironmentStore } from '../../state/environments.ts';
import type { SeriesBoard } from '../../state/series-board.ts';
import type { VariantRuns } from '../../state/variant-runs.ts';

/** What the window of variants works with. */
export interface VariantsPort {
  drafts: DraftStore;
  runs: VariantRuns;
  board: SeriesBoard;
  environments: EnvironmentStore;
  /** What a press would make the variables from. */
  context: (environment: EnvironmentState) => VariableContext;
  /** Opens the window of variables over this one, for a row's values by name. */
  openVariables: (values: ReadonlyMap<string, string>) => void;
  /** Opens a run as a draft with its result; nothing is sent. False when it is gone. */
  openRun: (runId: string) => Promise<boolean>;
  /** Opens what the draft's preset expects with one value more; closing that leads back to this window. */
  expectValue: (draftId: string, at: readonly [path: string, source: string]) => void;
  /** Offers a text as a file. */
  save: (text: string, fileName: string) => void;
}
