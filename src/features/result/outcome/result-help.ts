import type { Diagnosis } from '../../../documents/doctor/doctor-types.ts';
import type { RemedyAct } from '../../../documents/doctor/remedy.ts';
import type { Run } from '../../../state/types.ts';

/** What the page can do for a run that failed. */
export interface ResultHelp {
  /** Names the layer at fault; null when the error's own words say it all. Never invokes. */
  diagnose: (run: Run) => Promise<Diagnosis | null>;
  act: (act: RemedyAct) => void;
}
