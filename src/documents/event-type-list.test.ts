import { expect, test } from 'vitest';
import { eventTypeList } from './event-type-list.ts';

test('the events of AWS services come with their schemas', () => {
  expect(eventTypeList.length).toBeGreaterThan(40);
  const sqs = eventTypeList.find(({ id }) => id === 'sqs');
  expect(sqs).toMatchObject({ group: 'SQS', schema: { properties: { Records: { type: 'array' } } } });
});
