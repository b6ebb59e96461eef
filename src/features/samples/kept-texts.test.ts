import { expect, test } from 'vitest';
import { sampleEvents } from '../../documents/events/event-list.ts';
import type { FieldTexts } from '../../documents/events/fields.ts';
import { keptTexts } from './kept-texts.ts';

function kept(id: string, texts: FieldTexts): FieldTexts {
  const event = sampleEvents.find((one) => one.id === id);
  if (event === undefined) throw new Error(`There is no event ${id}`);
  return keptTexts(event, texts);
}

test('what differs from the beginning is kept, and nothing that the form does not have', () => {
  expect(kept('s3-put', { bucket: 'mine', key: 'incoming/2026/order 8812.json', old: 'x' })).toEqual({
    bucket: 'mine',
  });
});

test.each([
  ['transfer-family', { password: 'hunter2' }],
  ['cognito-user-migration', { password: 'hunter2' }],
  ['iot-authorizer', { token: 'hunter2', password: 'hunter2' }],
  ['apigw-authorizer-token', { token: 'Bearer hunter2' }],
  ['apigw-authorizer-http', { token: 'Bearer hunter2' }],
  ['appsync-authorizer', { token: 'hunter2' }],
  ['apigw-rest', { headers: 'Accept: */*\nAuthorization: Basic aHVudGVyMg==' }],
  ['function-url', { headers: 'cookie: session=hunter2' }],
  ['sqs-one', { body: '{"key":"AKIAIOSFODNN7EXAMPLE"}' }],
  ['sqs-one', { body: 'x'.repeat(4_001) }],
])('of %s %j nothing is kept', (id, texts: FieldTexts) => {
  expect(kept(id, texts)).toEqual({});
});
