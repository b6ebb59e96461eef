import { maxLearnedBytes } from '../documents/learned/learned-types.ts';
import { createLearnedStore, type LearnedStore } from '../state/learned-store.ts';
import type { SettingsStore } from '../state/settings-store.ts';
import type { StorageDb } from '../state/storage-types.ts';
import type { Run } from '../state/types.ts';
import { showToast } from '../ui/toast.ts';
import { createLessons } from './lessons.ts';
import { watchLearned } from './watch-learned.ts';

/** What was learned of payloads, and what is done with it. One late chunk. */
export interface LearnedParts {
  store: LearnedStore;
  /** A successful run teaches what its function takes; a private one teaches nothing. */
  learnFrom: (run: Run) => void;
  /** null: of all functions. */
  forget: (functionName: string | null) => Promise<void>;
  toggle: () => void;
  watch: typeof watchLearned;
}

export function openLearned(storage: Promise<StorageDb>, settings: SettingsStore): LearnedParts {
  const store = createLearnedStore({
    storage,
    now: () => new Date(),
    onForget: (name) => lessons.drop(name),
  });
  const { actions } = store.getState();
  const lessons = createLessons((name, payloads) => actions.teach(name, payloads, 'run'));
  return {
    store,
    watch: watchLearned,
    learnFrom({ outcome, saved, request: { functionName, payload } }) {
      const teaches = outcome === 'success' && saved !== 'private' && payload.encoding !== 'binary';
      if (!teaches || payload.bytes.length > maxLearnedBytes || !settings.getState().learnPayloads) return;
      lessons.add(functionName, payload.bytes);
    },
    async forget(functionName) {
      await actions.forget(functionName);
      showToast({ title: `What was learned of ${functionName ?? 'all functions'} is forgotten` });
    },
    toggle() {
      const learnPayloads = !settings.getState().learnPayloads;
      settings.getState().actions.set({ learnPayloads });
      showToast({ title: learnPayloads ? 'Payloads teach the editor' : 'Payloads teach nothing any more' });
    },
  };
}
