import { formatBytes } from '../../../ui/format-numbers.ts';
import type { Run, RunOutcome } from '../../../state/types.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { ResultFacts } from '../result-facts.ts';

/** Why there is no body: not kept, really empty, not here yet, or never sent. */
export function NoBody({ run, facts }: { run: Run; facts: ResultFacts }) {
  const { response } = run.omitted;
  if (response !== undefined) {
    return (
      <EmptyState title="Response not kept">
        It had {formatBytes(response.sizeBytes)}, more than the history keeps.
        {response.sha256 !== null && (
          <>
            {' '}
            SHA-256 <code className="response-view-hash">{response.sha256}</code>
          </>
        )}
      </EmptyState>
    );
  }
  if (run.outcome === null) return <EmptyState title="Waiting for the response" />;
  const nothingToCome = run.outcome === null ? undefined : noResponse[run.outcome];
  if (nothingToCome !== undefined) return <EmptyState title="No response">{nothingToCome}</EmptyState>;
  if (facts.body !== undefined && facts.error === undefined) {
    return (
      <EmptyState title="Empty response">
        The body has no bytes. A function that returns nothing answers <code>null</code>, which is four.
      </EmptyState>
    );
  }
  return <EmptyState title="No response">There is no body to show.</EmptyState>;
}

/** Outcomes without a response by their nature. */
const noResponse: Partial<Record<RunOutcome, string>> = {
  accepted: 'The event is in the queue; what the function returns goes to its destination, if it has one.',
  'dry-run': 'DryRun asks whether you may invoke. The function did not run.',
  'not-sent': 'Nothing was sent, so nothing came back.',
};
