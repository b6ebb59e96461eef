import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { markedSecret, spellingsIn } from './secret-finder.ts';

const secret = markedSecret('Canary');
const unicode = Array.from(secret)
  .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .join('');

test.each([
  ['as it is', secret],
  ['in a sentence', `The key ${secret} is wrong.`],
  ['its first half', secret.slice(0, 24)],
  ['its second half', secret.slice(-24)],
  ['reversed', Array.from(secret).toReversed().join('')],
  ['URL-encoded', encodeURIComponent(secret)],
  ['URL-encoded throughout', Buffer.from(secret).toString('hex').replace(/../g, '%$&')],
  ['URL-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
  ['hex', Buffer.from(secret).toString('hex')],
  ['upper-case hex', Buffer.from(secret).toString('hex').toUpperCase()],
  ['UTF-16', Buffer.from(secret, 'utf16le').toString('latin1')],
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64 behind one byte', Buffer.from(`x${secret}`).toString('base64')],
  ['base64 behind two bytes', Buffer.from(`{"${secret}"}`).toString('base64')],
  ['base64url', Buffer.from(`${secret}?`).toString('base64url')],
  ['base64 in a URL', encodeURIComponent(Buffer.from(secret).toString('base64'))],
  ['JSON in JSON in JSON', JSON.stringify(JSON.stringify(JSON.stringify(secret.replace('/', '\\/'))))],
  ['JSON escapes', unicode],
  ['JSON escapes in JSON', JSON.stringify({ a: unicode })],
  [
    'HTML',
    Array.from(secret)
      .map((one) => `&#${one.charCodeAt(0)};`)
      .join(''),
  ],
])('finds a secret that is planted %s', (_how, planted) => {
  expect(spellingsIn(`before ${planted} after`, secret)).not.toEqual([]);
});

test('finds nothing where nothing is', () => {
  expect(
    spellingsIn(JSON.stringify({ other: markedSecret('Canary'), a: unicode.slice(0, 60) }), secret),
  ).toEqual([]);
});
