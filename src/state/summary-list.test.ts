import { expect, test } from 'vitest';
import { runSummary } from './state.fixture.ts';
import { withSummaries } from './summary-list.ts';

const list = (...ids: string[]) => ids.map((id) => runSummary({ id }));
const ids = (summaries: readonly { id: string }[]): string => summaries.map(({ id }) => id).join('');

test('runs come newest first, wherever they are added', () => {
  expect(ids(withSummaries(list('f', 'd', 'b'), list('a', 'e', 'g', 'c')))).toBe('gfedcba');
  expect(ids(withSummaries([], list('a', 'b')))).toBe('ba');
  expect(ids(withSummaries(list('b', 'a'), []))).toBe('ba');
});

test('of two with the same id the added one counts, and of two added ones the later', () => {
  const old = list('c', 'b', 'a');
  const merged = withSummaries(old, [
    runSummary({ id: 'b', functionName: 'first' }),
    runSummary({ id: 'b', functionName: 'second' }),
  ]);
  expect(ids(merged)).toBe('cba');
  expect(merged[1]).toMatchObject({ functionName: 'second' });
  expect(ids(old)).toBe('cba');
});
