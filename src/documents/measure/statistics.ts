/** What a set of numbers says in short. */
export interface Summary {
  count: number;
  min: number;
  max: number;
  mean: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
}

/** Of no numbers there is no summary: null. */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = Float64Array.from(values).sort();
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  return {
    count: sorted.length,
    min,
    max,
    mean: meanOf(sorted),
    p50: nearestRank(sorted, 50),
    p90: nearestRank(sorted, 90),
    p95: nearestRank(sorted, 95),
    p99: nearestRank(sorted, 99),
  };
}

/**
 * The smallest value that at least `percent` of all values do not exceed: always one that was measured, never one
 * between two. `sorted` is ascending and not empty. Source: NIST/SEMATECH e-Handbook, 7.2.6.2, nearest rank.
 */
export function nearestRank(sorted: Float64Array, percent: number): number {
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
}

/** Each step keeps to the size of the values, so that no sum grows over what a number holds. */
function meanOf(values: Float64Array): number {
  let mean = 0;
  for (const [index, value] of values.entries()) mean += (value - mean) / (index + 1);
  return mean;
}
