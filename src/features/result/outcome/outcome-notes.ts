import type { RunOutcome } from '../../../state/types.ts';

/** One sentence for the outcomes that need it. */
export const outcomeNotes: Partial<Record<RunOutcome, string>> = {
  accepted:
    'Lambda has queued the event. There is no response to wait for: the result goes to the function’s log and destinations.',
  'dry-run': 'The parameters are valid and these credentials may invoke this function. Nothing was run.',
};

/** What a cancelled run leaves behind: nothing, or a function that goes on. */
export function cancelledNote(wasSent: boolean): string {
  return wasSent
    ? 'You stopped waiting. Lambda goes on with this invocation and bills it; its result can be found in the function’s log.'
    : 'You stopped before the request was sent. Nothing was sent.';
}
