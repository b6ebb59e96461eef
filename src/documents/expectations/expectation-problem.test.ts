import { expect, test } from 'vitest';
import { expectationProblem } from './expectation-problem.ts';
import type { Expectation } from './expectation-types.ts';

test.each<[Expectation, string | null, string]>([
  [{ kind: 'json-exists', path: '$.a' }, null, ''],
  [{ kind: 'json-exists', path: '' }, 'path', 'A path is missing'],
  [{ kind: 'json-exists', path: '$.a[0:2]' }, 'path', 'At 4: Slices and unions'],
  [{ kind: 'json-equals', path: '$', value: '' }, 'value', 'A value is missing'],
  [{ kind: 'json-equals', path: '$', value: 'paid' }, 'value', 'A text stands in quotes'],
  [{ kind: 'json-matches', path: '$', pattern: '(' }, 'value', 'no regular expression'],
  [{ kind: 'status', is: Number.NaN }, 'value', 'from 100 to 999'],
  [{ kind: 'duration', atMostMs: Number.NaN }, 'value', 'milliseconds'],
  [{ kind: 'log-contains', text: '' }, 'value', 'A text is missing'],
  [{ kind: 'outcome', is: 'success' }, null, ''],
])('%j: %s', (expectation, member, words) => {
  const problem = expectationProblem(expectation);
  expect(problem?.member ?? null).toBe(member);
  expect(problem?.message ?? '').toContain(words);
});
