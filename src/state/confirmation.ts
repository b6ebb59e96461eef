import type { ProductionQuestion } from './production-question.ts';
import type { RunCommand } from './run-types.ts';

/**
 * Whether a run may be sent: at once where nothing has to be asked, else when the person has answered. False when the
 * question was put away. One at a time: a later question takes the place of the one before.
 */
export function confirmed(question: ProductionQuestion, command: RunCommand): Promise<boolean> {
  return new Promise((resolve) => {
    question.ask(command, () => resolve(true));
    if (question.store.getState().waiting !== command) return;
    const unsubscribe = question.store.subscribe(({ waiting }) => {
      if (waiting === command) return;
      unsubscribe();
      // An answer starts the run right after the question has gone, and counts first.
      queueMicrotask(() => resolve(false));
    });
  });
}
