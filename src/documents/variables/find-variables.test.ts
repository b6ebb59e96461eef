import { expect, test } from 'vitest';
import { findVariables } from './find-variables.ts';

const context = {
  nowMs: 0,
  randomUUID: () => 'an-id',
  random: () => 0,
  env: new Map([['table', 'orders']]),
};

test('each variable of a string is found with its place and what it becomes; what is escaped is none', () => {
  const text = '{\n  "a": "{{uuid}} and {{env.table}}",\n  "b": "{{{{ {{env.no}}", "c": [{{uuid}}]\n}';
  const found = findVariables(text, context);
  expect(found.map(({ expression }) => expression)).toEqual(['uuid', 'env.table', 'env.no']);
  expect(found[1]).toMatchObject({
    start: { line: 2, column: 22 },
    end: { line: 2, column: 35 },
    made: { ok: true, value: 'orders' },
  });
  expect(found[2]).toMatchObject({ start: { line: 3, column: 14 }, made: { ok: false } });
});

test('a text without any costs nothing, and of very many the first thousand are found', () => {
  expect(findVariables('{"a":1}', context)).toEqual([]);
  expect(findVariables(`["${'{{uuid}}'.repeat(1_200)}"]`, context)).toHaveLength(1_000);
});
