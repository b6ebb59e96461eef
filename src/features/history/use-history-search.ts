import { useEffect, useState } from 'react';
import { parseHistoryQuery, type HistoryQuery } from '../../state/history-query.ts';
import { findRuns, searchTexts, undecidedRuns } from '../../state/history-search.ts';
import { knownTextsOf } from '../../state/known-text.ts';
import type { RunSummary } from '../../state/history-types.ts';
import { withSummaries } from '../../state/summary-list.ts';
import { whenIdle } from '../../ui/when-idle.ts';
import { useStore } from '../../ui/use-store.ts';
import type { HistoryPort } from './history-port.ts';

export interface HistorySearch {
  text: string;
  setText: (text: string) => void;
  query: HistoryQuery;
  found: readonly RunSummary[];
  /** Payloads, responses and logs that are looked through in the background; null when there is nothing to look for. */
  texts: { lookedAt: number; total: number } | null;
}

/** What a run is known by is looked through at each key; its texts a moment after the last one. */
export function useHistorySearch(port: HistoryPort): HistorySearch {
  const summaries = useStore(port.history, (state) => state.summaries);
  const favourites = useStore(port.keeper, (state) => state.favourites);
  const [search, setSearch] = useState(() => understood(''));
  // The first key need not make the texts of tens of thousands.
  useEffect(() => whenIdle(() => knownTextsOf(summaries)), [summaries]);
  const inTexts = useTextSearch(port, search.query);
  const known = findRuns(summaries, search.query, favourites);
  const gone = new Set(inTexts.found.map(({ id }) => id));
  return {
    ...search,
    setText: (text) => setSearch(understood(text)),
    found: gone.size === 0 ? known : withSummaries(known, inTexts.found),
    texts: inTexts.total === 0 ? null : { lookedAt: inTexts.lookedAt, total: inTexts.total },
  };
}

function understood(text: string): Pick<HistorySearch, 'text' | 'query'> {
  return { text, query: parseHistoryQuery(text, new Date()) };
}

interface InTexts {
  query: HistoryQuery | null;
  found: readonly RunSummary[];
  lookedAt: number;
  total: number;
}

const nothing: InTexts = { query: null, found: [], lookedAt: 0, total: 0 };
const afterLastKeyMs = 300;
/** Drawing the list at each step would take longer than the step. */
const showEachMs = 150;

function useTextSearch(port: HistoryPort, query: HistoryQuery): InTexts {
  const isWhole = useStore(port.history, (state) => !state.hasMore && state.phase !== 'loading');
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (query.words.length === 0 || !isWhole) return undefined;
    const stopping = new AbortController();
    const timer = setTimeout(
      () => void lookThrough(port, { query, signal: stopping.signal }, setState),
      afterLastKeyMs,
    );
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [port, query, isWhole]);
  return state.query === query ? state : nothing;
}

async function lookThrough(
  { storage, history, keeper }: HistoryPort,
  { query, signal }: { query: HistoryQuery; signal: AbortSignal },
  show: (state: InTexts) => void,
): Promise<void> {
  const { favourites } = keeper.getState();
  const summaries = undecidedRuns(history.getState().summaries, query, favourites);
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  const found: RunSummary[] = [];
  let shownAt = -Infinity;
  const db = await storage;
  await searchTexts({
    db,
    summaries,
    words: query.words,
    favourites,
    signal,
    monotonicMs: () => performance.now(),
    onStep(ids, lookedAt) {
      found.push(...ids.flatMap((id) => byId.get(id) ?? []));
      const now = performance.now();
      if (now - shownAt < showEachMs && lookedAt < summaries.length) return;
      shownAt = now;
      show({ query, found: [...found], lookedAt, total: summaries.length });
    },
  });
}
