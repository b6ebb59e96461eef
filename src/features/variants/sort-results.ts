import type { VariantResult } from '../../documents/variants/variant-result.ts';
import type { ResultColumn } from './result-columns.ts';

export interface ResultSort {
  column: string;
  descending: boolean;
}

/** The results of one outcome, or of all, in an order; equal ones stay in the order of the table. */
export function sortResults(
  results: readonly VariantResult[],
  { column, sort, outcome }: { column: ResultColumn | undefined; sort: ResultSort; outcome: string },
): VariantResult[] {
  const found = outcome === '' ? [...results] : results.filter((one) => one.outcome === outcome);
  const key = column?.key ?? (({ row }: VariantResult) => row);
  const sign = sort.descending ? -1 : 1;
  return found
    .map((result) => ({ result, by: key(result) }))
    .toSorted((a, b) => compare(a.by, b.by, sign) || a.result.row - b.result.row)
    .map(({ result }) => result);
}

/** How many ended in which way, for the filter. */
export function outcomeCounts(results: readonly VariantResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

type Key = number | string | null;

/** What has no value stands last, whichever way is sorted. Numbers stand before texts. */
function compare(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -sign : sign;
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}
