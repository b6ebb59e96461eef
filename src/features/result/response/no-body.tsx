import { formatBytes } from '../format-numbers.ts';
import type { Run } from '../../../state/types.ts';
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
  if (facts.body !== undefined && facts.error === undefined) {
    return (
      <EmptyState title="Empty response">
        The body has no bytes. A function that returns nothing answers <code>null</code>, which is four.
      </EmptyState>
    );
  }
  return <EmptyState title="No response">There is no body to show.</EmptyState>;
}
