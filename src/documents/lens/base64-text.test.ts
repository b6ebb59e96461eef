import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBase64, writeBase64 } from './base64-text.ts';

test.each([
  ['standard', '+/8='],
  ['without padding', '+/8'],
  ['of URLs', '-_8'],
  ['of URLs with padding', '-_8='],
  ['in lines', 'QUJD\r\nREVG\r\nRw==\r\n'],
  ['in lines without an end', 'QUJD\nREVG'],
  ['empty', ''],
])('base64 %s is written as it was read', (_what, text) => {
  const read = readBase64(text);
  expect(read && writeBase64(read.bytes, read.style)).toBe(text);
});

test.each(['+_8=', 'a', 'a===', 'ÄÖ==', '{"a":1}'])('%j is no base64', (text) => {
  expect(readBase64(text)).toBeNull();
});

test('other bytes are written in the alphabet that was read', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom('-_8', '-_8=', '+/8', '+/8='), (bytes, model) => {
      const style = readBase64(model)?.style;
      if (style === undefined) throw new Error('The model is base64.');
      const text = writeBase64(bytes, style);
      expect(readBase64(text)?.bytes ?? new Uint8Array()).toEqual(bytes);
      expect(text).not.toMatch(style.isUrl ? /[+/]/ : /[-_]/);
      if (!style.isPadded) expect(text).not.toContain('=');
    }),
  );
});
