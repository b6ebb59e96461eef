import { Search } from 'lucide-react';
import { useState } from 'react';
import type { HistoryStore, RunSummary } from '../../state/history-types.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useStore } from '../../ui/use-store.ts';
import './history-list.css';

export interface HistoryListProps {
  store: HistoryStore;
  /** Opens the run as a draft with its result; nothing is sent. */
  onOpen: (id: string) => void;
}

/** Every run kept on this device, newest first. */
export function HistoryList({ store, onOpen }: HistoryListProps) {
  const { phase, summaries, hasMore, actions } = useStore(store, (state) => state);
  const [search, setSearch] = useState('');
  const shown = summaries.filter((summary) => matches(summary, search));
  return (
    <div className="history-list">
      <TextField
        label="Search history"
        hideLabel
        type="search"
        placeholder="Search"
        icon={<Search aria-hidden="true" />}
        value={search}
        onChange={setSearch}
      />
      {phase === 'unavailable' && (
        <p className="history-list-notice">
          This browser keeps nothing for this page: runs are gone with the tab.
        </p>
      )}
      {shown.length === 0 ? (
        <NoRuns loading={phase === 'loading'} searched={search !== ''} />
      ) : (
        <ul className="history-list-rows">
          {shown.map((summary) => (
            <li key={summary.id}>
              <HistoryRow summary={summary} onOpen={() => onOpen(summary.id)} />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button size="small" variant="ghost" onClick={() => void actions.loadMore()}>
          Show older runs
        </Button>
      )}
    </div>
  );
}

function HistoryRow({ summary, onOpen }: { summary: RunSummary; onOpen: () => void }) {
  const outcome = summary.state === 'sending' ? 'running' : (summary.outcome ?? 'unknown');
  return (
    <button type="button" className="history-list-row" onClick={onOpen} title="Open as a draft">
      <span className="history-list-mark" data-outcome-mark={outcome} />
      <span className="history-list-name truncate">{summary.functionName}</span>
      <time className="history-list-time tabular" dateTime={new Date(summary.startedAt).toISOString()}>
        {timeOf(summary.startedAt)}
      </time>
      <span className="history-list-more truncate dim">
        {outcomeNames[outcome]}
        {summary.roundTripMs !== null && ` · ${Math.round(summary.roundTripMs)} ms`}
      </span>
    </button>
  );
}

function NoRuns({ loading, searched }: { loading: boolean; searched: boolean }) {
  if (loading) return <EmptyState title="Reading history…" />;
  if (searched)
    return <EmptyState title="No match">No run has this in its function, outcome or request id.</EmptyState>;
  return (
    <EmptyState title="No runs yet" keys="Mod+Enter">
      Every run is kept here, on this device only.
    </EmptyState>
  );
}

const outcomeNames: Record<NonNullable<RunSummary['outcome']> | 'running', string> = {
  running: 'Running',
  success: 'Succeeded',
  'function-error': 'Function error',
  accepted: 'Accepted',
  'dry-run': 'Allowed',
  rejected: 'Rejected',
  unknown: 'Outcome unknown',
  cancelled: 'Cancelled',
  'not-sent': 'Not sent',
};

function matches(summary: RunSummary, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/);
  const outcome = summary.outcome === null ? '' : outcomeNames[summary.outcome];
  const text =
    `${summary.functionName} ${summary.qualifier} ${outcome} ${summary.requestId ?? ''} ${summary.errorCode ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function timeOf(startedAt: number): string {
  const date = new Date(startedAt);
  const sameDay = date.toDateString() === new Date().toDateString();
  return sameDay ? date.toLocaleTimeString() : date.toLocaleDateString();
}
