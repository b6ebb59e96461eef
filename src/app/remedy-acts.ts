import type { RemedyAct } from '../documents/doctor/remedy.ts';
import type { DraftPatch } from '../state/draft-types.ts';
import type { Connection, Draft } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import type { ActionTools } from './actions.ts';

/** What a remedy is for. */
export interface Patient extends Pick<ActionTools, 'services' | 'openDialog' | 'showPane'> {
  draft: Draft;
  connection: Connection | undefined;
}

/** Does what a remedy's button promises. Nothing here sends an invoke: that stays with the person. */
export function actRemedy(act: RemedyAct, patient: Patient): void {
  const { openDialog } = patient;
  if (act.kind === 'function') changeDraft(patient, { functionName: act.name, qualifier: '' });
  else if (act.kind === 'relay') allowRelay(patient);
  else if (act.kind === 'credentials') openDialog('connections');
  else if (act.kind === 'check') openDialog('check');
  else changeDraft(patient, { invocationType: 'DryRun' });
}

function allowRelay({ services, connection }: Patient): void {
  if (connection === undefined) return;
  services.relay.getState().actions.allow(connection, true);
  showToast({ title: `${connection.name} uses the relay now. Invoke again when ready.`, tone: 'info' });
}

function changeDraft({ services, draft, openDialog, showPane }: Patient, patch: Partial<DraftPatch>): void {
  services.drafts.getState().actions.update(draft.id, patch);
  openDialog(null);
  showPane('middle');
}
