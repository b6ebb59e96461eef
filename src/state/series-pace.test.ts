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

test('runs are made ahead of their turns for the next 100 ms, 32 at most', () => {
  expect([aheadAfter(), aheadAfter(4), aheadAfter(0, 10), aheadAfter(0, 25), aheadAfter(0, 1, 1)]).toEqual([
    0, 0, 10, 4, 32,
  ]);
});

test('none is made ahead of runs that take their time', () => {
  expect([aheadAfter(0, 110), aheadAfter(0, 110, 110), aheadAfter(0, 2, 2, 2, 600)]).toEqual([0, 0, 0]);
});
