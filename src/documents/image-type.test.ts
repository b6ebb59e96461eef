import { expect, test } from 'vitest';
import { imageTypeOf } from './image-type.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
  ['JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['GIF', bytes('GIF89a...'), 'image/gif'],
  ['WebP', bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '), 'image/webp'],
  ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['an SVG after a prolog', bytes('<?xml version="1.0"?>\n<!-- a --> <svg/>'), 'image/svg+xml'],
  ['HTML', bytes('<html>'), null],
  ['JSON', bytes('{"svg":"<svg/>"}'), null],
  ['nothing', bytes(''), null],
])('%s is told by its first bytes', (...[, given, type]) => {
  expect(imageTypeOf(given)).toBe(type);
});

test('a content type makes an SVG of markup only', () => {
  expect(imageTypeOf(bytes('<g/>'), 'image/svg+xml; charset=utf-8')).toBe('image/svg+xml');
  expect(imageTypeOf(bytes('plain'), 'image/svg+xml')).toBeNull();
});

test('a long start that is nearly an SVG takes no time to tell', () => {
  const nearly = bytes(`${'<!-- a -->'.repeat(100)}<sv`);
  expect(imageTypeOf(nearly)).toBeNull();
});
