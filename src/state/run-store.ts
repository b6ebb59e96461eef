import { createStore } from 'zustand/vanilla';
import type { RunState, RunStore } from './run-types.ts';
import type { Run } from './types.ts';

export function createRunStore(): RunStore {
  return createStore<RunState>((set, get) => ({
    byDraft: {},
    count: 0,
    actions: {
      begin: (run) =>
        set(({ byDraft, count }) => ({ byDraft: { ...byDraft, [run.draftId]: run }, count: count + 1 })),
      update(runId, patch) {
        const run = Object.values(get().byDraft).find(({ id }) => id === runId);
        if (run) set(({ byDraft }) => ({ byDraft: { ...byDraft, [run.draftId]: { ...run, ...patch } } }));
      },
      restore(run) {
        if (get().byDraft[run.draftId]) return;
        set(({ byDraft }) => ({ byDraft: { ...byDraft, [run.draftId]: run } }));
      },
      forget: (draftId) =>
        set(({ byDraft }) => {
          const { [draftId]: _forgotten, ...rest } = byDraft;
          return { byDraft: rest };
        }),
    },
  }));
}

/** Milliseconds that a run has taken so far, or took. Never negative, also when the clock was set back. */
export function elapsedMs(run: Run, now: Date): number {
  return Math.max(0, (run.endedAt ?? now).getTime() - run.startedAt.getTime());
}
