import { EmptyState } from '../../ui/empty-state.tsx';
import type { HistorySearch } from './use-history-search.ts';

/** How many were found, how far the texts have been looked through, and what makes no sense. */
export function SearchStatus({ search }: { search: HistorySearch }) {
  const { text, found, texts, query } = search;
  if (text.trim() === '') return null;
  const isLooking = texts !== null && texts.lookedAt < texts.total;
  return (
    <div className="history-panel-status" role="status">
      {query.problems.map((problem) => (
        <p key={problem} className="history-panel-notice">
          {problem}
        </p>
      ))}
      <p>
        {found.length.toLocaleString()} {found.length === 1 ? 'run' : 'runs'}
        {isLooking && (
          <span className="dim">
            {' '}
            · payloads, responses and logs: {texts.lookedAt.toLocaleString()} of{' '}
            {texts.total.toLocaleString()}
          </span>
        )}
      </p>
    </div>
  );
}

export function NoRuns({ loading, searched }: { loading: boolean; searched: boolean }) {
  if (loading) return <EmptyState title="Reading history…" />;
  if (searched) {
    return <EmptyState title="No match">The question mark above says what can be searched.</EmptyState>;
  }
  return (
    <EmptyState title="No runs yet" keys="Mod+Enter">
      Every run is kept here, on this device only.
    </EmptyState>
  );
}
