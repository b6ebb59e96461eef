import { expect, test } from 'vitest';
import { runSummary } from '../../state/state.fixture.ts';
import { dayHeight, daysOf, dayTop, heightOf, inSight, runHeight, runTop } from './history-rows.ts';

const at = (day: number, hour: number) => runSummary({ startedAt: new Date(2026, 4, day, hour).getTime() });
const runs = [at(3, 23), at(3, 0), at(1, 12), at(1, 11), at(1, 10)];
const days = daysOf(runs);

test('runs of a day stand together, newest first', () => {
  expect(days).toEqual([
    { startsAt: new Date(2026, 4, 3).getTime(), first: 0, count: 2 },
    { startsAt: new Date(2026, 4, 1).getTime(), first: 2, count: 3 },
  ]);
  expect(daysOf([])).toEqual([]);
});

test('each row begins where the one before ends', () => {
  expect([dayTop(days, 0), runTop(days, 0), runTop(days, 1)]).toEqual([0, dayHeight, dayHeight + runHeight]);
  expect(dayTop(days, 1)).toBe(runTop(days, 1) + runHeight);
  expect(runTop(days, 2)).toBe(dayTop(days, 1) + dayHeight);
  expect(heightOf(days)).toBe(runTop(days, 4) + runHeight);
});

test('of fifty thousand runs only those near the sight are drawn, and the one with the focus', () => {
  const many = daysOf(
    Array.from({ length: 50_000 }, (_none, index) => at(28 - Math.floor(index / 2_000), 12)),
  );
  const scrollTop = runTop(many, 30_000);
  const seen = inSight(many, { scrollTop, height: 600, pinned: 7 });
  expect(seen.runs.length).toBeLessThan(60);
  expect(seen.runs).toContain(30_000);
  expect(seen.runs[0]).toBe(7);
  expect(seen.days).toEqual([14, 15]);
});

test('an empty list shows nothing, whatever was pinned', () => {
  expect(inSight([], { scrollTop: 0, height: 600, pinned: 0 })).toEqual({ days: [], runs: [] });
});
