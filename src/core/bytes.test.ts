import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBytes, toBytes, toHex } from './bytes.ts';

const encoder = new TextEncoder();

test('a text becomes the bytes that TextEncoder gives it, halves of surrogate pairs included', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 100 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(toBytes(given)).toEqual(encoder.encode(given));
    }),
  );
});

test('the bytes of a text are alone in their buffer, so that whoever clones them clones no more', () => {
  for (const text of ['', 'ascii', 'naïve', '東京 🚀', 'a'.repeat(10_000)])
    expect(toBytes(text).buffer.byteLength).toBe(encoder.encode(text).length);
});

test('bytes are handed on as they are, in one piece or joined', () => {
  const bytes = new Uint8Array([1, 2, 255]);
  expect(toBytes(bytes)).toBe(bytes);
  expect(toBytes(bytes.buffer)).toEqual(bytes);
  expect(joinBytes([bytes])).toBe(bytes);
  expect(joinBytes([bytes, bytes])).toEqual(new Uint8Array([1, 2, 255, 1, 2, 255]));
  expect(toHex(bytes)).toBe('0102ff');
});
