import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../base64.ts';
import { findDocuments } from './find-documents.ts';

const base64 = (text: string): string => encodeBase64(new TextEncoder().encode(text));
const inner = '{"order":7}';

/** [kind, path, content] of each document, by depth. */
function found(value: unknown): string[] {
  return findDocuments(JSON.stringify(value)).places.map(
    ({ address, kind, path, content }) => `${'>'.repeat(address.length - 1)}${kind} ${path} ${content}`,
  );
}

const sqs = (body: string) => ({
  Records: [{ receiptHandle: 'r', body, md5OfBody: '', eventSource: 'aws:sqs' }],
});

describe('each place where AWS puts a document into a string is known', () => {
  test.each<[string, unknown, string[]]>([
    ['an API Gateway body', { isBase64Encoded: false, body: inner }, ['http-body $.body json']],
    ['a form in a body', { requestContext: {}, body: 'a=1' }, ['http-body $.body text']],
    ['a base64 body', { body: base64(inner), isBase64Encoded: true }, ['http-body $.body json']],
    ['a picture in a body', { body: '/9j/4A==', isBase64Encoded: true }, ['http-body $.body binary']],
    ['a body that is no base64', { body: '{x', isBase64Encoded: true }, ['http-body $.body damaged']],
    ['the answer of a proxy', { statusCode: 200, body: inner }, ['http-body $.body json']],
    ['SQS', sqs(inner), ['sqs-body $.Records[0].body json']],
    ['SNS', { Records: [{ Sns: { Message: inner } }] }, ['sns-message $.Records[0].Sns.Message json']],
    [
      'SNS in SQS',
      sqs(JSON.stringify({ Type: 'Notification', TopicArn: 't', Message: inner })),
      ['sqs-body $.Records[0].body json', '>sns-message $.Message json'],
    ],
    [
      'an EventBridge event in SQS',
      sqs('{"detail-type":"x","detail":{"a":"[1]"}}'),
      ['sqs-body $.Records[0].body json', '>json $.detail.a json'],
    ],
    [
      'Kinesis',
      { Records: [{ kinesis: { data: base64(inner) } }] },
      ['kinesis $.Records[0].kinesis.data json'],
    ],
    ['Firehose', { records: [{ recordId: '1', data: base64('a,b') }] }, ['firehose $.records[0].data text']],
    ['CloudWatch Logs', { awslogs: { data: 'H4sIAAAA' } }, ['log-batch $.awslogs.data compressed']],
    [
      'Kafka',
      {
        records: {
          'orders-0': [{ topic: 'orders', partition: 0, offset: 1, key: base64('k'), value: base64(inner) }],
        },
      },
      ['kafka-key $.records["orders-0"][0].key text', 'kafka-value $.records["orders-0"][0].value json'],
    ],
    [
      'ActiveMQ',
      { messages: [{ messageID: 'i', data: base64(inner) }] },
      ['mq-message $.messages[0].data json'],
    ],
    [
      'RabbitMQ',
      { rmqMessagesByQueue: { 'q::/': [{ basicProperties: {}, data: base64(inner) }] } },
      ['mq-message $.rmqMessagesByQueue["q::/"][0].data json'],
    ],
    ['Config', { invokingEvent: inner }, ['config-event $.invokingEvent json']],
    ['JSON in any string', { a: [' {"b":1}'] }, ['json $.a[0] json']],
    ['JSON put in twice', { a: JSON.stringify(inner) }, ['json $.a json', '>json $ json']],
    ['a whole text that is a string', inner, ['json $ json']],
    ['base64 of JSON in any string', { a: base64(inner) }, ['base64-json $.a json']],
    ['gzip in any string', { a: 'H4sIAAAA' }, ['base64-json $.a compressed']],
  ])('%s', (_what, event, expected) => {
    expect(found(event)).toEqual(expected);
  });
});

test.each<[string, unknown]>([
  ['an ordinary string', { body: 'hello', data: 'aGVsbG8=', value: 'eA==' }],
  ['an empty one', { isBase64Encoded: false, body: '' }],
  ['null', { isBase64Encoded: false, body: null }],
  ['a number or a word', { a: '12', b: 'true', c: '"text"' }],
  ['what merely begins like JSON', { a: '{not json', b: '[INFO] started', c: 'eyJ' }],
])('%s is no document', (_what, event) => {
  expect(found(event)).toEqual([]);
});

test('a place is told with its string in the outermost text, also for a document within a document', () => {
  const text = JSON.stringify(sqs(JSON.stringify({ TopicArn: 't', Message: inner })), null, 2);
  const { places } = findDocuments(text);
  const tokens = places.map(({ start, end }) => text.slice(start, end));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).toMatch(/^"\{.*\}"$/);
  expect(places.map(({ preview }) => preview)).toEqual([expect.stringContaining('TopicArn'), inner]);
});

test('of a key that occurs twice the last one counts, as it does for the function', () => {
  const { places } = findDocuments('{"a":"{}","a":"[]"}');
  expect(places.map(({ preview }) => preview)).toEqual(['[]']);
});

test('a text that is no JSON has none, and a long list ends where it says', () => {
  expect(findDocuments('{"a":"{}"')).toEqual({ places: [], isCut: false });
  const { places, isCut } = findDocuments(JSON.stringify(Array.from({ length: 9 }, () => inner)), 4);
  expect([places.length, isCut]).toEqual([4, true]);
});

test('documents are looked into eight deep, and no deeper', () => {
  let text = '{}';
  for (let level = 0; level < 12; level += 1) text = JSON.stringify({ a: text });
  expect(findDocuments(text).places).toHaveLength(8);
});
