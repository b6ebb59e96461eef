import { expect, test } from 'vitest';
import { seriesPace } from './series-pace.ts';

/** How many are made ahead after runs that ended with these gaps, in milliseconds. */
function aheadAfter(...gaps: number[]): number {
  let nowMs = 0;
  const pace = seriesPace(() => nowMs);
  for (const gap of gaps) {
    nowMs += gap;
    pace.ended();
  }
  return pace.ahead();
}

test('runs are made ahead of their turns for the next 50 ms, sixteen at most', () => {
  expect([aheadAfter(), aheadAfter(4), aheadAfter(0, 10), aheadAfter(0, 25), aheadAfter(0, 1, 1)]).toEqual([
    0, 0, 5, 2, 16,
  ]);
});

test('none is made ahead of runs that take their time', () => {
  expect([aheadAfter(0, 60), aheadAfter(0, 60, 60), aheadAfter(0, 2, 2, 2, 400)]).toEqual([0, 0, 0]);
});
