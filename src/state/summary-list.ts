import type { RunSummary } from './history-types.ts';

/** Newest first, one of each id; of two with the same id the added one counts. */
export function withSummaries(list: readonly RunSummary[], added: readonly RunSummary[]): RunSummary[] {
  const byId = new Map([...list, ...added].map((summary) => [summary.id, summary]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
