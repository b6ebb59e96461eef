import { expect, test } from 'vitest';
import { earlierFunctions, earlierQualifiers } from './earlier-targets.ts';
import type { RunSummary } from './history-types.ts';

const run = (functionName: string, qualifier = ''): RunSummary => ({ functionName, qualifier }) as RunSummary;

test('functions of earlier runs come once, the last one first', () => {
  expect(earlierFunctions([run('b'), run(' a '), run('b'), run(''), run('a')])).toEqual(['b', 'a']);
});

test('qualifiers are those of the function alone', () => {
  const runs = [run('a', '3'), run('b', 'live'), run('a', ''), run('a', '$LATEST'), run('a', '3')];
  expect(earlierQualifiers(runs, ' a')).toEqual(['3', '$LATEST']);
  expect(earlierQualifiers(runs, 'c')).toEqual([]);
});

test('a long history gives no endless list', () => {
  const runs = Array.from({ length: 500 }, (_none, index) => run(`function-${index}`));
  expect(earlierFunctions(runs)).toHaveLength(50);
});
