import { expect, test } from 'vitest';
import { readResponseBody } from './response-body.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const filling = 'x'.repeat(200_000);

test.each([
  ['', 'empty'],
  ['null', 'json'],
  ['12345678901234567890', 'json'],
  ['{"a":1}', 'json'],
  ['\uFEFF{"a":1}', 'json'],
  ['{"a":', 'text'],
  ['Task timed out after 3.00 seconds', 'text'],
  ['<html>', 'text'],
  [`{"d":"${filling}"}\n`, 'json'],
  [` "${filling}"`, 'json'],
  [`{${filling}`, 'text'],
  [filling, 'text'],
])('%.20j is %s', (text, kind) => {
  expect(readResponseBody(bytes(text)).kind).toBe(kind);
});

test('bytes that are not UTF-8 are binary, and a picture when they begin as one', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(readResponseBody(png)).toMatchObject({ kind: 'binary', imageType: 'image/png' });
  expect(readResponseBody(new Uint8Array([0xff, 0]))).toMatchObject({ kind: 'binary', imageType: null });
});

test('a byte order mark stays in the text', () => {
  expect(readResponseBody(new Uint8Array([0xef, 0xbb, 0xbf, 0x31])).text).toBe('\ufeff1');
});

test('a body is read once', () => {
  const body = bytes('[1]');
  expect(readResponseBody(body)).toBe(readResponseBody(body));
});
