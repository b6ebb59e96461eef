import type { DraftStore } from './draft-types.ts';
import type { HistoryStore } from './history-types.ts';
import type { RunListener, RunStore, SeriesMark } from './run-types.ts';

/** Shows the last run of each restored draft again; one that was cut off by the reload as soon as that is known. */
export async function restoreRuns(drafts: DraftStore, history: HistoryStore, runs: RunStore): Promise<void> {
  const restore = async (runId: string): Promise<void> => {
    const run = await history.getState().actions.get(runId);
    const draft = drafts.getState().drafts.find(({ lastRunId }) => lastRunId === runId);
    // Still open: the page it belongs to has not let go of it yet.
    if (run && draft && run.outcome !== null) runs.getState().actions.restore({ ...run, draftId: draft.id });
  };
  history.subscribe(({ interrupted }, before) => {
    for (const { id } of interrupted) {
      if (!before.interrupted.some((one) => one.id === id)) void restore(id);
    }
  });
  const ids = drafts.getState().drafts.flatMap(({ lastRunId }) => lastRunId ?? []);
  await Promise.all(ids.map(restore));
}

/** A run is held for as long as its draft can come back: open, or closed and within reach of undo. */
export function forgetRunsOfGoneDrafts(drafts: DraftStore, runs: RunStore): () => void {
  return drafts.subscribe((state, before) => {
    if (state.drafts === before.drafts && state.closed === before.closed) return;
    const within = new Set([...state.drafts, ...state.closed.map(({ draft }) => draft)].map(({ id }) => id));
    for (const id of Object.keys(runs.getState().byDraft)) {
      if (!within.has(id)) runs.getState().actions.forget(id);
    }
  });
}

/** A draft remembers its newest run, so that a reload can show it. */
export function rememberLastRun(drafts: DraftStore): RunListener {
  return {
    started({ draftId, id }) {
      const isPrivate = privateDraft(drafts)({ draftId });
      if (!isPrivate) drafts.getState().actions.setLastRun(draftId, id);
    },
  };
}

/** Whether the runs of a draft are private, those of a series made from it too. */
export function privateDraft(drafts: DraftStore): (run: { draftId: string; series?: SeriesMark }) => boolean {
  return ({ draftId, series }) => {
    const ofDraft = series?.ofDraft ?? draftId;
    const { drafts: open, closed } = drafts.getState();
    // A series goes on when the tab of its draft is closed.
    return (
      [...open, ...closed.map(({ draft }) => draft)].find(({ id }) => id === ofDraft)?.isPrivate ?? false
    );
  };
}
