import { expect, test } from 'vitest';
import { runSummary } from '../../state/state.fixture.ts';
import { daysOf, indexOfRun } from './history-rows.ts';

const at = (day: number, hour: number) => runSummary({ startedAt: new Date(2026, 4, day, hour).getTime() });
const runs = [at(3, 23), at(3, 0), at(1, 12), at(1, 11), at(1, 10)];

test('runs of a day stand together, newest first', () => {
  expect(daysOf(runs)).toEqual([
    { startsAt: new Date(2026, 4, 3).getTime(), first: 0, count: 2 },
    { startsAt: new Date(2026, 4, 1).getTime(), first: 2, count: 3 },
  ]);
  expect(daysOf([])).toEqual([]);
});

test('a run is found by its id, and one that is not there is not', () => {
  const named = ['9', '7', '5', '3'].map((id) => runSummary({ id }));
  expect(named.map(({ id }) => indexOfRun(named, id))).toEqual([0, 1, 2, 3]);
  expect(['a', '6', '1', ''].map((id) => indexOfRun(named, id))).toEqual([-1, -1, -1, -1]);
});
