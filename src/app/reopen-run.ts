import type { Services } from './compose.ts';

/** `without-payload`: the payload was too large to be kept, so the draft has none. */
export type Reopened = 'opened' | 'without-payload' | 'gone';

/** Opens a stored run as a draft beside the others, with its result. Nothing is sent. */
export async function reopenRun(services: Services, runId: string): Promise<Reopened> {
  const run = await services.history.getState().actions.get(runId);
  if (run === null) return 'gone';
  const { connectionName: _name, region: _region, endpoint: _endpoint, ...fields } = run.request;
  const draftId = services.drafts.getState().actions.open(fields);
  services.runs.store.getState().actions.restore({ ...run, draftId });
  services.drafts.getState().actions.setLastRun(draftId, run.id);
  return run.omitted.request === undefined ? 'opened' : 'without-payload';
}
