import type { RemedyAct } from '../documents/doctor/remedy.ts';
import type { Patient } from './remedy-acts.ts';

/** What the buttons of remedies do; the code comes with the first press. */
export function remedyHandler(patient: Patient): (act: RemedyAct) => void {
  return (act) => void import('./remedy-acts.ts').then(({ actRemedy }) => actRemedy(act, patient));
}
