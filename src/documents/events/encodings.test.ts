import { describe, expect, test } from 'vitest';
import { apiGateway } from './api-gateway.ts';
import { cloudWatch } from './cloudwatch.ts';
import { decodedTexts } from './decoded-texts.fixture.ts';
import { s3Key } from './encodings.ts';
import type { EventPorts } from './event-maker.ts';
import * as http from './http-parts.ts';
import { lambda } from './lambda.ts';
import { loadBalancers } from './load-balancer.ts';
import { queues } from './queues.ts';
import { storedGzip } from './stored-gzip.ts';
import { streams } from './streams.ts';
import { isoOffset, isoSeconds, logTime, mailTime } from './times.ts';

const ports: EventPorts = { now: new Date('2026-03-14T09:26:53.589Z'), seed: 'encodings' };

test.each([
  ['plain/key-1_2.json', 'plain/key-1_2.json'],
  ['with space.json', 'with+space.json'],
  ['plus+sign', 'plus%2Bsign'],
  ['grüße/日本', 'gr%C3%BC%C3%9Fe/%E6%97%A5%E6%9C%AC'],
  ["it's (new)!~", 'it%27s+%28new%29%21%7E'],
  ['a=b&c:d@e,f;g?h#i', 'a%3Db%26c%3Ad%40e%2Cf%3Bg%3Fh%23i'],
  ['100%', '100%25'],
])('the key %s of an object is %s in its notification', (key, encoded) => {
  expect(s3Key(key)).toBe(encoded);
  expect(decodeURIComponent(encoded.replaceAll('+', ' '))).toBe(key);
});

test('a log subscription can be unpacked by every reader of gzip, whatever its size', async () => {
  const message = 'x'.repeat(200_000);
  const event = cloudWatch.logs.build({ message, count: '1' }, ports);
  const texts = await decodedTexts(event);
  expect(texts).toContain(message);
  expect(event.awslogs.data.startsWith('H4sIAAAAAAAA')).toBe(true);
  const empty = new Blob([storedGzip(new Uint8Array())])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(empty).text()).toBe('');
});

describe('a queue', () => {
  test('gives the MD5 of each body', () => {
    const [record] = queues.one.build({ body: 'hello world' }, ports).Records;
    expect(record?.md5OfBody).toBe('5eb63bbbe01eeed093cb22bb8f5acdc3');
  });

  test('that is FIFO numbers its messages in order, within their group', () => {
    const { Records } = queues.fifo.build({ group: 'customer-7', count: '3' }, ports);
    const attributes = Records.map((record) => record.attributes);
    const order = attributes.map((one) => ('SequenceNumber' in one ? BigInt(one.SequenceNumber) : 0n));
    expect(order).toEqual(order.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(order).size).toBe(3);
    expect(attributes.every((one) => 'MessageGroupId' in one && one.MessageGroupId === 'customer-7')).toBe(
      true,
    );
  });
});

test('each service has its own spelling of the moment', () => {
  expect(isoSeconds(ports.now)).toBe('2026-03-14T09:26:53Z');
  expect(isoOffset(ports.now)).toBe('2026-03-14T09:26:53.589+0000');
  expect(logTime(ports.now)).toBe('14/Mar/2026:09:26:53 +0000');
  expect(mailTime(ports.now)).toBe('Sat, 14 Mar 2026 09:26:53 +0000');
  const [kinesis] = streams.kinesis.build({}, ports).Records;
  expect(kinesis?.kinesis.approximateArrivalTimestamp).toBe(1773480413.589);
  const [change] = streams.insert.build({}, ports).Records;
  expect(change?.dynamodb.ApproximateCreationDateTime).toBe(1773480413);
});

describe('an HTTP request', () => {
  const asked = {
    method: 'GET',
    path: '/orders/a%20b',
    query: 'tag=new&tag=two%20words&q=a+b',
    headers: 'X-Tag: one\nx-tag: two\nCookie: a=1; b=2',
  };

  test('to a REST API has its query decoded, its last values and all of them', () => {
    const event = apiGateway.rest.build(asked, ports);
    expect(event.queryStringParameters).toEqual({ tag: 'two words', q: 'a b' });
    expect(event.multiValueQueryStringParameters).toEqual({ tag: ['new', 'two words'], q: ['a b'] });
    expect(event.pathParameters).toEqual({ orderId: 'a%20b' });
    expect(event.headers).toMatchObject({ 'X-Tag': 'one', 'x-tag': 'two' });
    expect(apiGateway.rest.build({ query: '', body: '' }, ports)).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      body: null,
    });
  });

  test('to an HTTP API has its query as sent and decoded, values joined, and cookies apart', () => {
    const event = apiGateway.httpV2.build({ ...asked, query: 'tag=new&tag=two words' }, ports);
    expect(event.rawQueryString).toBe('tag=new&tag=two%20words');
    expect(event.queryStringParameters).toEqual({ tag: 'new,two words' });
    expect(event.headers).toMatchObject({ 'x-tag': 'one,two' });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).not.toHaveProperty('cookie');
    expect(lambda.functionUrl.build({ query: '' }, ports)).not.toHaveProperty('queryStringParameters');
  });

  test('through a load balancer keeps its query encoded', () => {
    const event = loadBalancers.multiValue.build(asked, ports);
    expect(event.multiValueQueryStringParameters).toEqual({ tag: ['new', 'two%20words'], q: ['a+b'] });
    expect(loadBalancers.single.build(asked, ports).queryStringParameters['tag']).toBe('two%20words');
  });

  test('with a binary body says so, and the body is base64', () => {
    const event = apiGateway.rest.build({ body: 'grüße', bodyAs: 'base64' }, ports);
    expect(event).toMatchObject({ body: 'Z3LDvMOfZQ==', isBase64Encoded: true });
  });
});

test('a header without a value, an empty line and another kind of line end do no harm', () => {
  expect(http.parseHeaders('A: 1\r\n\r\nB\n C : x:y ')).toEqual([
    ['A', '1'],
    ['B', ''],
    ['C', 'x:y'],
  ]);
});

test.each([
  ['/orders/{id}', '/orders/7', { id: '7' }],
  ['/{proxy+}', '/a/b/c', { proxy: 'a/b/c' }],
  ['/a/{x}/{y}', '/a/1', { x: '1', y: '' }],
  ['/a', '/a', {}],
])('the resource %s finds in %s its parameters', (resource, path, found) => {
  expect(http.pathParameters(resource, path)).toEqual(found);
});
