import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram } from './histogram.ts';
import { nearestRank, summarise } from './statistics.ts';

const sorted = (...values: number[]): Float64Array => Float64Array.from(values);
const milliseconds = fc.double({ min: 0, max: 900_000, noNaN: true });

describe('the nearest rank', () => {
  test.for([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [100, 50],
  ] as const)('of %i %% in the textbook example is %i', ([percent, expected]) => {
    expect(nearestRank(sorted(15, 20, 35, 40, 50), percent)).toBe(expected);
  });

  test('of one value is that value', () => {
    for (const percent of [0, 1, 50, 99, 100]) expect(nearestRank(sorted(7), percent)).toBe(7);
  });

  test('is not moved by rounding where the rank is whole', () => {
    const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);
    for (const percent of [1, 7, 29, 50, 57, 58, 90, 95, 99]) {
      expect(nearestRank(hundred, percent)).toBe(percent);
    }
  });

  test('is a measured value that at least so many do not exceed, and the smallest such', () => {
    fc.assert(
      fc.property(
        fc.array(milliseconds, { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (all, percent) => {
          const rank = nearestRank(Float64Array.from(all).sort(), percent);
          const share = (below: (value: number) => boolean) => all.filter(below).length * 100;
          expect(all).toContain(rank);
          expect(share((value) => value <= rank)).toBeGreaterThanOrEqual(percent * all.length);
          expect(share((value) => value < rank)).toBeLessThan(percent * all.length);
        },
      ),
    );
  });
});

describe('a summary', () => {
  test('of nothing is none', () => {
    expect(summarise([])).toBeNull();
  });

  test('tells count, range, mean and percentiles', () => {
    expect(summarise([30, 10, 20, 40])).toEqual({
      count: 4,
      min: 10,
      max: 40,
      mean: 25,
      p50: 20,
      p90: 40,
      p95: 40,
      p99: 40,
    });
  });

  test('keeps its numbers in order, whatever they are, and changes none of them', () => {
    fc.assert(
      fc.property(fc.array(milliseconds, { minLength: 1 }), (values) => {
        const before = [...values];
        const summary = summarise(values);
        expect(values).toEqual(before);
        if (summary === null) throw new Error('There are values.');
        const { min, p50, p90, p95, p99, max, mean } = summary;
        const order = [min, p50, p90, p95, p99, max];
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(mean).toBeGreaterThanOrEqual(min - 1e-6);
        expect(mean).toBeLessThanOrEqual(max + 1e-6);
      }),
    );
  });
});

describe('a histogram', () => {
  test('has edges that people read at a glance', () => {
    const bins = histogram([[3, 4, 4, 9, 63], [61]]);
    expect(bins).toHaveLength(13);
    expect(bins[0]).toEqual({ from: 0, to: 5, counts: [3, 0] });
    expect(bins[1]).toEqual({ from: 5, to: 10, counts: [1, 0] });
    expect(bins.at(-1)).toEqual({ from: 60, to: 65, counts: [1, 1] });
  });

  test('of nothing has no bins, of equal values one', () => {
    expect(histogram([[], []])).toEqual([]);
    expect(histogram([[84, 84]])).toEqual([{ from: 80, to: 85, counts: [2] }]);
    expect(histogram([[0, 0]])).toHaveLength(1);
  });

  test('counts every value once, in a bin that holds it, in 32 bins at most', () => {
    fc.assert(
      fc.property(fc.array(milliseconds), fc.array(milliseconds), (cold, warm) => {
        const bins = histogram([cold, warm]);
        expect(bins.length).toBeLessThanOrEqual(32);
        const total = (set: number) => bins.reduce((sum, { counts }) => sum + (counts[set] ?? 0), 0);
        expect([total(0), total(1)]).toEqual([cold.length, warm.length]);
        for (const [index, { from, to }] of bins.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(bins[index + 1]?.from ?? to).toBe(to);
        }
      }),
    );
  });
});
