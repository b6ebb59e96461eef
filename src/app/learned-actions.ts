import type { Actions, ActionState, ActionTools } from './actions.ts';
import type { LearnedParts } from './learned-parts.ts';

type LearnedActionName = 'learn-payloads' | 'forget-learned' | 'forget-all-learned';

/** Whether payloads teach the editor, and how it forgets. */
export function learnedActions(
  { services }: ActionTools,
  { draft: { functionName } }: ActionState,
): Pick<Actions, LearnedActionName> {
  const late = (does: (learned: LearnedParts) => void) => ({
    run: () => void services.learned.load().then(does),
  });
  return {
    'learn-payloads': late(({ toggle }) => toggle()),
    'forget-learned': late(({ forget }) => void forget(functionName)),
    'forget-all-learned': late(({ forget }) => void forget(null)),
  };
}
