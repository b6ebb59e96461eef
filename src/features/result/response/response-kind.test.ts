import { expect, test } from 'vitest';
import { readResponseBody } from './response-kind.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['', 'empty'],
  ['null', 'json'],
  ['12345678901234567890', 'json'],
  ['{"a":1}', 'json'],
  ['Task timed out after 3.00 seconds', 'text'],
  ['<html>', 'text'],
])('%j is %s', (text, kind) => {
  expect(readResponseBody(bytes(text)).kind).toBe(kind);
});

test('bytes that are not UTF-8 are binary', () => {
  expect(readResponseBody(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])).kind).toBe('binary');
});

test('a byte order mark stays in the text', () => {
  expect(readResponseBody(new Uint8Array([0xef, 0xbb, 0xbf, 0x31])).text).toBe('\ufeff1');
});

test('a proxy answer is seen as an HTTP response, with every header', () => {
  const body = readResponseBody(
    bytes(
      '{"statusCode":201,"headers":{"x-a":"1"},"multiValueHeaders":{"set-cookie":["a","b"]},"body":"eA==","isBase64Encoded":true}',
    ),
  );
  expect(body.http).toEqual({
    statusCode: 201,
    headers: [
      ['x-a', '1'],
      ['set-cookie', 'a'],
      ['set-cookie', 'b'],
    ],
    body: 'eA==',
    isBase64Encoded: true,
  });
});

test('an ordinary object with a status of its own is not', () => {
  expect(readResponseBody(bytes('{"statusCode":"ok","body":"x"}')).http).toBeNull();
  expect(readResponseBody(bytes('{"statusCode":200}')).http).toBeNull();
});
