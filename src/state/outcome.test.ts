import { describe, expect, test } from 'vitest';
import type { InvokeError } from '../core/index.ts';
import { outcomeOf } from './outcome.ts';
import { answer, attempt, failure } from './state.fixture.ts';
import type { RunOutcome } from './types.ts';

describe('an answer', () => {
  test.each<[number, string | undefined, RunOutcome]>([
    [200, undefined, 'success'],
    [202, undefined, 'accepted'],
    [204, undefined, 'dry-run'],
    [200, 'Unhandled', 'function-error'],
    [200, '', 'function-error'],
    [202, 'Handled', 'function-error'],
    [206, undefined, 'success'],
  ])('of status %i with function error %s is %s', (statusCode, functionError, outcome) => {
    const given = functionError === undefined ? { statusCode } : { statusCode, functionError };
    expect(outcomeOf(answer(given))).toBe(outcome);
  });
});

describe('a failure', () => {
  const sent = [attempt()];
  test.each<[string, Partial<InvokeError>, ReturnType<typeof attempt>[], RunOutcome]>([
    ['invalid input', { kind: 'invalid-input', mayHaveRun: 'no' }, [], 'not-sent'],
    ['expired keys, seen before the send', { kind: 'credentials', mayHaveRun: 'no' }, [], 'not-sent'],
    ['a time-out while it waits for its turn', { kind: 'timeout', mayHaveRun: 'no' }, [], 'not-sent'],
    ['an unknown function', { kind: 'not-found', statusCode: 404, mayHaveRun: 'no' }, sent, 'rejected'],
    ['a throttle', { kind: 'throttled', statusCode: 429, mayHaveRun: 'no' }, sent, 'rejected'],
    ['a 500 without proof', { kind: 'service', statusCode: 500, mayHaveRun: 'unknown' }, sent, 'unknown'],
    ['a lost connection', { kind: 'network', mayHaveRun: 'unknown' }, sent, 'unknown'],
    ['a cut body', { kind: 'network', statusCode: 200, mayHaveRun: 'yes' }, sent, 'unknown'],
    ['a time-out', { kind: 'timeout', mayHaveRun: 'unknown' }, sent, 'unknown'],
    ['a page that is not the API', { kind: 'bad-response', mayHaveRun: 'unknown' }, sent, 'unknown'],
    ['a stop before the send', { kind: 'aborted', mayHaveRun: 'no' }, [], 'cancelled'],
    ['a stop after the send', { kind: 'aborted', mayHaveRun: 'unknown' }, sent, 'cancelled'],
    ['a stop while it reads', { kind: 'aborted', mayHaveRun: 'yes' }, sent, 'cancelled'],
  ])('by %s', (...[, error, attempts, outcome]) => {
    expect(outcomeOf(failure(error, attempts))).toBe(outcome);
  });
});
