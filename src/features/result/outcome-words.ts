import type { RunOutcome } from '../../state/types.ts';
import type { Tone } from '../../ui/tone.ts';

/** How an outcome is said: in words, in colour and, by its icon, in shape. */
export interface OutcomeWords {
  title: string;
  tone: Tone;
  /** One sentence for the outcomes that need it. */
  note: string | null;
}

export const outcomeWords: Record<RunOutcome, OutcomeWords> = {
  success: { title: 'Succeeded', tone: 'success', note: null },
  'function-error': { title: 'Function error', tone: 'error', note: null },
  accepted: {
    title: 'Accepted',
    tone: 'info',
    note: 'Lambda has queued the event. There is no response to wait for: the result goes to the function’s log and destinations.',
  },
  'dry-run': {
    title: 'Allowed',
    tone: 'info',
    note: 'The parameters are valid and these credentials may invoke this function. Nothing was run.',
  },
  rejected: { title: 'Rejected', tone: 'warn', note: null },
  unknown: { title: 'Outcome unknown', tone: 'unknown', note: null },
  cancelled: { title: 'Cancelled', tone: 'neutral', note: null },
  'not-sent': { title: 'Not sent', tone: 'neutral', note: null },
};

/** What a cancelled run leaves behind: nothing, or a function that goes on. */
export function cancelledNote(wasSent: boolean): string {
  return wasSent
    ? 'You stopped waiting. Lambda goes on with this invocation and bills it; its result can be found in the function’s log.'
    : 'You stopped before the request was sent. Nothing was sent.';
}
