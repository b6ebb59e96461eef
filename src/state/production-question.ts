import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProductionGuard, RunProof } from './production-guard.ts';
import type { RunCommand } from './run-types.ts';

/** The question before a run on production. The guard that it answers is in state, below every button. */
export interface ProductionQuestion {
  /** What waits for its confirmation: exactly what will be sent. */
  store: StoreApi<{ waiting: RunCommand | null }>;
  /** Starts a run at once when nothing has to be asked. */
  ask(command: RunCommand, start: (command: RunCommand) => void): void;
  /** False when the proof is none: it goes on waiting. */
  confirm: (proof: RunProof) => boolean;
  dismiss: () => void;
}

export function createProductionQuestion(guard: ProductionGuard): ProductionQuestion {
  const store = createStore<{ waiting: RunCommand | null }>(() => ({ waiting: null }));
  let startWaiting: (command: RunCommand) => void = () => undefined;
  return {
    store,
    ask(command, start) {
      if (!guard.mustConfirm(command)) {
        start(command);
        return;
      }
      startWaiting = start;
      store.setState({ waiting: command });
    },
    confirm(proof) {
      const { waiting } = store.getState();
      if (waiting === null || !guard.confirm(waiting, proof)) return false;
      store.setState({ waiting: null });
      startWaiting(waiting);
      return true;
    },
    dismiss: () => store.setState({ waiting: null }),
  };
}
