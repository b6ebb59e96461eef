import type { DraftStore } from '../../state/draft-types.ts';
import type { SeriesBoard } from '../../state/series-board.ts';
import type { VariantRuns } from '../../state/variant-runs.ts';

/** What the window of variants works with. */
export interface VariantsPort {
  drafts: DraftStore;
  runs: VariantRuns;
  board: SeriesBoard;
  /** Opens a run as a draft with its result; nothing is sent. False when it is gone. */
  openRun: (runId: string) => Promise<boolean>;
  /** Offers a text as a file. */
  save: (text: string, fileName: string) => void;
}
