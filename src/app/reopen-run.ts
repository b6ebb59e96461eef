import { rememberSent, secretsAt } from '../state/sent-secrets.ts';
import type { Run } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';

/** `without-payload`: the payload was too large to be kept, so the draft has none. */
type Reopened = 'opened' | 'without-payload' | 'gone';

/** Opens a stored run as a draft beside the others, with its result. Nothing is sent. */
async function reopenRun(services: Services, runId: string): Promise<Reopened> {
  const run = await services.history.getState().actions.get(runId);
  if (run === null) return 'gone';
  const draftId = openKeptRun(services, run);
  services.drafts.getState().actions.setLastRun(draftId, run.id);
  return run.omitted.request === undefined ? 'opened' : 'without-payload';
}

/** Opens a run that is at hand as a draft, and gives its id. Nothing is sent. */
export function openKeptRun(services: Services, run: Run, more: { isPrivate?: boolean } = {}): string {
  const { connectionName: _name, region: _region, endpoint: _endpoint, secretParts, ...fields } = run.request;
  // The draft has them as plain text: they are asked about before it is shared.
  rememberSent(secretsAt(fields.payload.bytes, secretParts));
  const draftId = services.drafts.getState().actions.open({ ...fields, ...more });
  services.runs.store.getState().actions.restore({ ...run, draftId });
  return draftId;
}

/** The same, with what went wrong told. False when there is no such run any more. */
export async function reopenRunAloud(services: Services, runId: string): Promise<boolean> {
  const opened = await reopenRun(services, runId);
  if (opened === 'gone') showToast({ title: 'This run can’t be read any more', tone: 'warn' });
  if (opened === 'without-payload') {
    showToast({
      title: 'The payload of this run was not kept',
      description: 'It was larger than the history keeps, so the draft begins without one.',
      tone: 'warn',
    });
  }
  return opened !== 'gone';
}
