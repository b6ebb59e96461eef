import type { Run } from '../../../state/types.ts';

/** Why a run has no log tail, in words that say what to do about it. */
export function logAbsence(run: Run): string {
  if (run.outcome === null) return 'The log tail comes with the response.';
  if (run.request.invocationType === 'Event') {
    return 'An Event invocation is answered before the function runs: its log goes to CloudWatch Logs only.';
  }
  if (run.request.invocationType === 'DryRun') return 'A DryRun runs nothing, so there is no log.';
  if (!run.request.tailLog) return 'Turn on Tail log to get the last 4 KB of the log with the response.';
  if (run.result?.ok === true) {
    return 'The endpoint sent no log tail, or does not share its header with web pages (CORS).';
  }
  return 'The log tail comes with a response only.';
}
