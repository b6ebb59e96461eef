import { createStore } from 'zustand/vanilla';
import type { RunState, RunStore } from './run-types.ts';

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
