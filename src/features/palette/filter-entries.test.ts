import { expect, test } from 'vitest';
import { filterEntries, type PaletteEntry } from './filter-entries.ts';

const entry = (label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: label,
  group: 'Actions',
  label,
  run: () => undefined,
  ...more,
});
const labels = (entries: readonly PaletteEntry[], query: string): string[] =>
  filterEntries(entries, query).flat.map(({ label }) => label);

test('without a query everything stands in its own order', () => {
  expect(labels([entry('b'), entry('a')], ' ')).toEqual(['b', 'a']);
});

test('every word of the query must occur, wherever it does', () => {
  const entries = [entry('Format', { also: 'pretty json' }), entry('Minify', { also: 'json' })];
  expect(labels(entries, 'json pre')).toEqual(['Format']);
  expect(labels(entries, 'json x')).toEqual([]);
});

test('what begins with the query comes before what merely holds it', () => {
  const entries = [entry('reorder-queue'), entry('my-orders'), entry('orders-create')];
  expect(labels(entries, 'order')).toEqual(['orders-create', 'my-orders', 'reorder-queue']);
});

test('a hit in the label comes before one in other words', () => {
  const entries = [entry('Minify', { also: 'format' }), entry('Format')];
  expect(labels(entries, 'form')).toEqual(['Format', 'Minify']);
});

test('groups stay together, the one with the best entry first', () => {
  const entries = [
    entry('Close draft', { group: 'Drafts' }),
    entry('orders', { group: 'Functions' }),
    entry('Order of tabs', { group: 'Drafts' }),
    entry('reorders', { group: 'Functions' }),
  ];
  expect(filterEntries(entries, 'order').groups.map(({ name }) => name)).toEqual(['Functions', 'Drafts']);
  expect(labels(entries, 'order')).toEqual(['orders', 'reorders', 'Order of tabs']);
});

test('a long list is cut, and its best entries stay', () => {
  const many = Array.from({ length: 500 }, (_none, index) => entry(`an order ${index}`));
  const found = labels([...many, entry('order')], 'order');
  expect(found).toHaveLength(60);
  expect(found[0]).toBe('order');
});
