import { expect, test } from 'vitest';
import { filterSuggestions } from './filter-suggestions.ts';

const suggestions = [
  { value: 'orders-create', group: 'Recent' },
  { value: 'users-list', detail: 'nodejs22.x', group: 'Functions' },
  { value: 'orders-refund', group: 'Functions' },
  { value: 'ORDERS-old', group: 'Recent' },
];

test('every word must occur somewhere, in any case, and groups stay together in their order', () => {
  const { flat, groups, hidden } = filterSuggestions(suggestions, 'orders');
  expect(flat.map(({ value }) => value)).toEqual(['orders-create', 'ORDERS-old', 'orders-refund']);
  expect(groups.map(({ name }) => name)).toEqual(['Recent', 'Functions']);
  expect(groups.flatMap(({ items }) => items.map(({ index }) => index))).toEqual([0, 1, 2]);
  expect(hidden).toBe(0);
});

test('detail and group are searched too', () => {
  expect(filterSuggestions(suggestions, 'node list').flat).toHaveLength(1);
  expect(filterSuggestions(suggestions, 'recent create').flat).toHaveLength(1);
  expect(filterSuggestions(suggestions, 'nothing').flat).toEqual([]);
});

test('an empty query shows all, up to the limit', () => {
  expect(filterSuggestions(suggestions, '  ').flat).toHaveLength(4);
  const { flat, hidden } = filterSuggestions(suggestions, '', 3);
  expect([flat.length, hidden]).toEqual([3, 1]);
});
