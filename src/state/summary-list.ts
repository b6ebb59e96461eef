import type { RunSummary } from './history-types.ts';

/**
 * Newest first, one of each id; of two with the same id the added one counts. `list` is in that order already, so
 * that one run more among tens of thousands costs a copy and no sorting.
 */
export function withSummaries(list: readonly RunSummary[], added: readonly RunSummary[]): RunSummary[] {
  const fresh = [...new Map(added.map((summary) => [summary.id, summary])).values()];
  fresh.sort((a, b) => (a.id < b.id ? 1 : -1));
  const merged: RunSummary[] = [];
  let at = 0;
  for (const summary of fresh) {
    for (let old = list[at]; old !== undefined && old.id > summary.id; old = list[at]) {
      merged.push(old);
      at += 1;
    }
    if (list[at]?.id === summary.id) at += 1;
    merged.push(summary);
  }
  return at === 0 ? merged.concat(list) : merged.concat(list.slice(at));
}
