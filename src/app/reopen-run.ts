import type { Services } from './compose.ts';

/** Opens a stored run as a draft beside the others, with its result. Nothing is sent. False when it is gone. */
export async function reopenRun(services: Services, runId: string): Promise<boolean> {
  const run = await services.history.getState().actions.get(runId);
  if (run === null) return false;
  const { connectionName: _name, region: _region, endpoint: _endpoint, ...fields } = run.request;
  const draftId = services.drafts.getState().actions.open(fields);
  services.runs.store.getState().actions.restore({ ...run, draftId });
  services.drafts.getState().actions.setLastRun(draftId, run.id);
  return true;
}
