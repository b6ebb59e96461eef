import { toRunRequest } from '../state/draft.ts';
import { activeConnection } from '../state/connection-types.ts';
import type { RunSummary } from '../state/history-types.ts';
import { bodyBoundBytes } from '../state/run-record.ts';
import { sameRequest } from '../state/same-request.ts';
import type { Connection, Draft } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import type { Services } from './compose.ts';
import { reopenRunAloud } from './reopen-run.ts';

/** Why a run can't be sent again just so: it goes where it went, with what it had, or not at all. */
export function replayObstacle(services: Services, summary: RunSummary): string | undefined {
  if (summary.requestBytes > bodyBoundBytes) return 'Its payload was too large to be kept.';
  const connection = activeConnection(services.connections.getState());
  if (connection && goesTo(connection, summary)) return undefined;
  return `It went to ${summary.connectionName} (${summary.region}). Choose that connection, or open it as a draft.`;
}

/** The local endpoint has another port at each start. */
function goesTo(connection: Connection, { connectionName, region, endpoint }: RunSummary): boolean {
  const { name, kind } = connection;
  if (name !== connectionName || connection.region !== region) return false;
  return kind === 'local' || connection.endpoint === endpoint;
}

/**
 * Sends a stored run again, once, from a draft of its own: guards, record and result are those of any run. A press
 * that comes while it is under way, or before the run is read, starts nothing more.
 */
export async function replayRunAloud(services: Services, runId: string): Promise<boolean> {
  if (reading.has(runId)) return false;
  reading.add(runId);
  try {
    return await replay(services, runId);
  } finally {
    reading.delete(runId);
  }
}

const reading = new Set<string>();

async function replay(services: Services, runId: string): Promise<boolean> {
  const connection = activeConnection(services.connections.getState());
  const summary = services.history.getState().summaries.find(({ id }) => id === runId);
  const obstacle = summary && replayObstacle(services, summary);
  if (!summary || !connection || obstacle !== undefined) {
    showToast({
      title: 'Nothing was sent',
      description: obstacle ?? 'This run can’t be read any more.',
      tone: 'warn',
    });
    return false;
  }
  const draft = await draftOf(services, runId);
  if (draft === undefined) return false;
  services.runs.service.start({ draftId: draft.id, connection, request: toRunRequest(draft, connection) });
  return true;
}

/** The draft that was opened for the last replay, as long as nobody has changed it; else a new one. */
async function draftOf(services: Services, runId: string): Promise<Draft | undefined> {
  const { drafts, history } = services;
  const known = drafts.getState().drafts.find(({ id }) => id === replayed.get(runId));
  const run = known && (await history.getState().actions.get(runId));
  if (known && run && sameRequest(known, run.request)) {
    drafts.getState().actions.activate(known.id);
    return known;
  }
  if (!(await reopenRunAloud(services, runId))) return undefined;
  const { activeId, drafts: all } = drafts.getState();
  replayed.set(runId, activeId);
  return all.find(({ id }) => id === activeId);
}

/** Draft ids by run id. */
const replayed = new Map<string, string>();
