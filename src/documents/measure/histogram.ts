export interface Bin {
  from: number;
  /** Not in it, but in the next one. */
  to: number;
  /** How many values of each set are in it, in the order of the sets. */
  counts: readonly number[];
}

/** Fewer bins hide the shape, more of them are noise at the numbers of runs that people make. */
const fewestBins = 12;
/** No time is told finer than a microsecond. */
const finestWidth = 0.001;

/**
 * Counts several sets of numbers, such as cold and warm runs, in bins of one width: 1, 2 or 5 times a power of ten,
 * so that the edges are numbers that people read at a glance. At most 32 bins.
 */
export function histogram(sets: readonly (readonly number[])[]): Bin[] {
  const range = rangeOf(sets);
  if (range === null) return [];
  const span = range.max - range.min || Math.max(range.max, 1);
  const width = niceWidth(Math.max(span / fewestBins, finestWidth));
  const first = Math.floor(range.min / width);
  const bins = Array.from({ length: Math.floor(range.max / width) - first + 1 }, (_, at) => ({
    from: edge(first + at, width),
    to: edge(first + at + 1, width),
    counts: sets.map(() => 0),
  }));
  for (const [set, values] of sets.entries()) {
    for (const value of values) {
      // Far from zero and close together, a quotient may be off by one.
      const at = Math.min(Math.max(Math.floor(value / width) - first, 0), bins.length - 1);
      const counts = bins[at]?.counts;
      if (counts) counts[set] = (counts[set] ?? 0) + 1;
    }
  }
  return bins;
}

function rangeOf(sets: readonly (readonly number[])[]): { min: number; max: number } | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const values of sets) {
    for (const value of values) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  return min > max ? null : { min, max };
}

/** The largest of 1, 2 and 5 times a power of ten that is not over a width, so that no bin is wider than asked. */
function niceWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const times = [5, 2, 1].find((factor) => factor * power <= width) ?? 1;
  return times * power;
}

/** Without the tail that 3 * 0.1 has. */
function edge(index: number, width: number): number {
  return Number((index * width).toPrecision(12));
}
