import { expect, test } from 'vitest';
import { sampleEvents } from '../../documents/events/event-list.ts';
import { findChoices } from './find-choices.ts';
import type { PresetChoice } from './sample-choice.ts';

const preset = (name: string, index = 0): PresetChoice => ({
  id: `${name}-${index}`,
  name,
  functionName: 'orders-create',
  tags: ['gift'],
  payload: async () => null,
  open: () => undefined,
});

const idsOf = (query: string, presets: PresetChoice[] = []): string[] =>
  findChoices(sampleEvents, presets, query).flat.map(({ id }) => id);

test('without words everything is there, by service, presets behind', () => {
  const { flat, groups } = findChoices(sampleEvents, [preset('Order with a gift')], '');
  expect(flat).toHaveLength(sampleEvents.length + 1);
  expect(groups[0]?.name).toBe('API Gateway');
  expect(groups.at(-1)?.name).toBe('Your presets');
});

test.each([
  ['s3 put', 's3-put'],
  ['fifo', 'sqs-fifo'],
  ['dynamo remove', 'dynamodb-remove'],
  ['alb', 'alb'],
  ['edge viewer request', 'cloudfront-viewer-request'],
  ['schedule', 'eventbridge-scheduled'],
  ['gzip', 'cloudwatch-logs'],
])('“%s” finds %s first', (query, id) => {
  expect(idsOf(query)[0]).toBe(id);
});

test('presets are found in the same box, by name, function and tag', () => {
  const mine = [preset('Order with a gift')];
  expect(idsOf('order with', mine)[0]).toBe('preset Order with a gift-0');
  expect(idsOf('orders-create', mine)).toContain('preset Order with a gift-0');
  expect(idsOf('gift', mine)).toContain('preset Order with a gift-0');
  expect(idsOf('no such thing', mine)).toEqual([]);
});

test('ten thousand presets are cut, and said to be', () => {
  const many = Array.from({ length: 10_000 }, (_none, index) => preset('Mine', index));
  const { flat, hidden } = findChoices(sampleEvents, many, 'mine');
  expect(flat.filter(({ kind }) => kind === 'preset')).toHaveLength(40);
  expect(hidden).toBe(9_960);
});
