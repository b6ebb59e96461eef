import { describe, expect, test } from 'vitest';
import { textForms } from './text-forms.ts';

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
};
const readAs = (bytes: Uint8Array, id: string): string | undefined =>
  textForms(bytes)
    .find((form) => form.id === id)
    ?.text();

describe('bytes that are not UTF-8', () => {
  test.each([
    ['little-endian with its mark', utf16('\uFEFF{"ü":1}')],
    ['big-endian with its mark', utf16('\uFEFF{"ü":1}', true)],
    ['little-endian without one', utf16('{"ü":1}')],
    ['big-endian without one', utf16('{"ü":1}', true)],
  ])('are read as UTF-16, %s', (_what, bytes) => {
    expect(textForms(bytes)[0]?.id).toBe('utf-16');
    expect(readAs(bytes, 'utf-16')).toBe('{"ü":1}');
  });

  test('are not offered as UTF-16 where nothing speaks for it, or where it breaks', () => {
    expect(readAs(new Uint8Array([0x7b, 0xfc, 0x7d, 0x0a]), 'utf-16')).toBeUndefined();
    expect(readAs(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'utf-16')).toBeUndefined();
  });

  test('are always read as Windows-1252, which knows every byte', () => {
    expect(readAs(new Uint8Array([0x22, 0xfc, 0x80, 0x81, 0x9f, 0x22]), 'windows-1252')).toBe('"ü€\u0081Ÿ"');
  });

  test('become a JSON string of base64 without a loss', () => {
    const bytes = new Uint8Array([0, 255, 128, 10]);
    const text = readAs(bytes, 'base64') ?? '';
    expect(Uint8Array.from(atob(String(JSON.parse(text))), (char) => char.charCodeAt(0))).toEqual(bytes);
  });
});
