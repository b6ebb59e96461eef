import { expect, test } from 'vitest';
import { offsetAt, pathAt } from './path-at.ts';

test.each([
  [1, 2, '$.order'],
  [2, 4, '$.order'],
  [2, 14, '$.order.id'],
  [2, 20, '$.order.id'],
  [3, 3, '$.list'],
  [3, 12, '$.list[0]'],
] as const)('the caret at %i:%i stands on %s', (line, column, path) => {
  const text = '{\n "order": {"id": "a"},\n "list": [1, 2]\n}';
  expect(pathAt(text, offsetAt(text, { line, column }))).toBe(path);
});
