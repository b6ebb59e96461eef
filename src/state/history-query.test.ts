import { describe, expect, test } from 'vitest';
import { parseHistoryQuery } from './history-query.ts';
import type { RunSummary } from './history-types.ts';
import { runSummary } from './state.fixture.ts';

const now = new Date(2026, 4, 31, 15, 0);

function finds(query: string, run: Partial<RunSummary>, isFavourite = false): boolean {
  return parseHistoryQuery(query, now).filters.every((filter) => filter(runSummary(run), isFavourite));
}

test('words are what is no filter, in lower case, quoted ones together', () => {
  expect(parseHistoryQuery('Refund "Two Words" fn:orders arn:aws:lambda orders:live', now)).toMatchObject({
    words: ['refund', 'two words', 'arn:aws:lambda', 'orders:live'],
    problems: [],
  });
  expect(parseHistoryQuery('  ', now)).toEqual({ filters: [], words: [], problems: [] });
});

test.each<[string, Partial<RunSummary>, boolean]>([
  ['fn:ord', { functionName: 'Orders' }, true],
  ['fn:pay,ord', { functionName: 'orders' }, true],
  ['fn:live', { functionName: 'orders', qualifier: 'live' }, true],
  ['-fn:ord', { functionName: 'orders' }, false],
  ['outcome:error', { outcome: 'function-error' }, true],
  ['outcome:error', { outcome: 'success' }, false],
  ['outcome:succ,unknown', { outcome: 'unknown' }, true],
  ['outcome:running', { state: 'sending', outcome: null }, true],
  ['type:event', { invocationType: 'Event' }, true],
  ['status:4', { statusCode: 429 }, true],
  ['status:4', { statusCode: 200 }, false],
  ['error:throttl', { errorCode: 'ThrottlingException' }, true],
  ['version:7', { executedVersion: '7' }, true],
  ['version:7', { executedVersion: '17' }, false],
  ['request:R1', { requestId: 'r1' }, true],
  ['connection:"orders, test"', { connectionName: 'Orders, test' }, true],
  ['is:interrupted', { state: 'interrupted' }, true],
  ['>1s', { roundTripMs: 1_001 }, true],
  ['>1s', { roundTripMs: 1_000 }, false],
  ['>=1s', { roundTripMs: 1_000 }, true],
  ['<200ms', { roundTripMs: null }, false],
  ['>0.5m', { roundTripMs: 31_000 }, true],
  ['duration:<20', { durationMs: 12.5, roundTripMs: 900 }, true],
  ['took:<20', { durationMs: 12.5, roundTripMs: 900 }, false],
])('%s on %o: %s', (query, run, found) => {
  expect(finds(query, run)).toBe(found);
});

test('favourites are found as such', () => {
  expect(finds('is:favourite', {}, true)).toBe(true);
  expect(finds('is:favourite', {}, false)).toBe(false);
});

describe('times', () => {
  const at = (...time: [number, number, number?, number?]): number =>
    new Date(2026, time[0] - 1, time[1], time[2], time[3]).getTime();

  test.each([
    ['on:today', at(5, 31, 0, 0), true],
    ['on:today', at(5, 30, 23, 59), false],
    ['on:yesterday', at(5, 30, 23, 59), true],
    ['after:2026-05-30', at(5, 30, 0, 0), true],
    ['before:2026-05-30', at(5, 30, 0, 0), false],
    ['before:2026-05-30', at(5, 29, 23, 59), true],
    ['after:14:30', at(5, 31, 14, 30), true],
    ['after:14:30', at(5, 31, 14, 29), false],
    ['on:2026-05-31T14:30', at(5, 31, 14, 30), true],
    ['after:2h', at(5, 31, 13, 0), true],
    ['after:2h', at(5, 31, 12, 59), false],
    ['before:1w', at(5, 24, 14, 59), true],
    ['after:yesterday before:today', at(5, 31, 1, 0), false],
  ])('%s', (query, startedAt, found) => {
    expect(finds(query, { startedAt })).toBe(found);
  });
});

test.each([
  'before:soon',
  'after:2026-02-31',
  'on:25:00',
  'outcome:purple',
  'is:nice',
  'duration:long',
  '>fast',
])('%s makes no sense: it is said, and filters nothing', (query) => {
  const parsed = parseHistoryQuery(`${query} word`, now);
  expect(parsed.problems).toHaveLength(1);
  expect(parsed).toMatchObject({ filters: [], words: ['word'] });
});
