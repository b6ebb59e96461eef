import type { MayHaveRun } from '../../../core/index.ts';
import type { Run, RunOutcome } from '../../../state/types.ts';

/** One sentence for the outcomes that need it. */
export const outcomeNotes: Partial<Record<RunOutcome, string>> = {
  accepted:
    'Lambda has queued the event. There is no response to wait for: the result goes to the function’s log and destinations.',
  'dry-run': 'The parameters are valid and these credentials may invoke this function. Nothing was run.',
};

/** What a cancelled run leaves behind: nothing, a function that goes on, or one whose answer had begun. */
export function cancelledNote(run: Run, mayHaveRun: MayHaveRun | undefined): string {
  if (mayHaveRun === 'no') return nothingGoesOn(run);
  if (mayHaveRun === 'yes' && !run.request.stream) return 'The response was on its way; what came is kept.';
  return 'Lambda goes on with this invocation and bills it; its result can be found in the function’s log.';
}

function nothingGoesOn({ request, attempts }: Run): string {
  if (request.invocationType === 'DryRun') return 'A DryRun runs nothing: nothing goes on.';
  return attempts.length > 0
    ? 'Lambda had refused the request, and it was not sent again: nothing goes on.'
    : 'The request had not been sent: nothing goes on.';
}
