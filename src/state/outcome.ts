import type { InvokeResult } from '../core/index.ts';
import type { RunOutcome } from './types.ts';

/**
 * What is known of a run, in one word. The status alone tells an accepted event or a dry run from an answer: an
 * endpoint that ignores the invocation type and answers 200 did run the function.
 */
export function outcomeOf(result: InvokeResult): RunOutcome {
  if (result.ok) {
    const { functionError, statusCode } = result.output;
    if (functionError !== undefined) return 'function-error';
    if (statusCode === 202) return 'accepted';
    return statusCode === 204 ? 'dry-run' : 'success';
  }
  const { error, attempts } = result;
  if (error.kind === 'aborted') return 'cancelled';
  if (error.mayHaveRun !== 'no') return 'unknown';
  return attempts.length === 0 ? 'not-sent' : 'rejected';
}
