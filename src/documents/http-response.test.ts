import { describe, expect, test } from 'vitest';
import { headerOf, parseProxyResponse, splitHttpPrelude } from './http-response.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

describe('the answer of a proxy integration', () => {
  test('keeps every header, cookie and the decoded body', () => {
    const response = parseProxyResponse({
      statusCode: 201,
      headers: { 'X-A': '1', n: 2 },
      multiValueHeaders: { 'set-cookie': ['a', 'b'] },
      cookies: ['c'],
      body: 'eA==',
      isBase64Encoded: true,
    });
    expect(response).toEqual({
      statusCode: 201,
      headers: [
        ['X-A', '1'],
        ['n', '2'],
        ['set-cookie', 'a'],
        ['set-cookie', 'b'],
        ['set-cookie', 'c'],
      ],
      body: bytes('x'),
    });
    expect(response && headerOf(response, 'x-a')).toBe('1');
  });

  test.each([
    [{ statusCode: 'ok', body: 'x' }],
    [{ statusCode: 200 }],
    [{ statusCode: 42, body: '' }],
    [{ statusCode: 200.5, body: '' }],
    [[200, 'x']],
    [null],
    ['text'],
  ])('is not %j', (value) => {
    expect(parseProxyResponse(value)).toBeNull();
  });

  test('with a body that is no text shows it as JSON, without one as empty', () => {
    expect(text(parseProxyResponse({ statusCode: 200, body: { a: [1] } })?.body)).toBe('{"a":[1]}');
    expect(text(parseProxyResponse({ statusCode: '204', headers: null, body: null })?.body)).toBe('');
  });

  test('that only claims base64 is shown as it stands, and says so', () => {
    const response = parseProxyResponse({ statusCode: 200, body: 'not base64!', isBase64Encoded: true });
    expect(response).toMatchObject({ badBase64: true });
    expect(text(response?.body)).toBe('not base64!');
  });

  test('can bear the names that every object has', () => {
    const value: unknown = JSON.parse('{"statusCode":200,"headers":{"__proto__":"x","constructor":"y"}}');
    expect(parseProxyResponse(value)?.headers).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

describe('the prelude of a streamed response', () => {
  const nul = '\0'.repeat(8);

  test('is split from a body that may be anything', () => {
    const response = splitHttpPrelude(
      bytes(`{"statusCode":418,"headers":{"content-type":"text/plain"},"cookies":["k=v"]}${nul}tea\0pot`),
    );
    expect(response).toMatchObject({
      statusCode: 418,
      headers: [
        ['content-type', 'text/plain'],
        ['set-cookie', 'k=v'],
      ],
    });
    expect(text(response?.body)).toBe('tea\0pot');
  });

  test('without a status means 200', () => {
    expect(splitHttpPrelude(bytes(`{}${nul}`))).toMatchObject({ statusCode: 200, headers: [] });
  });

  test.each([
    ['', 'nothing'],
    ['{"statusCode":200}', 'no delimiter yet'],
    [`{"statusCode":200}${'\0'.repeat(7)}`, 'half of the delimiter'],
    [`{"statusCode":200}\0\0x${nul}`, 'NUL bytes that are none'],
    [`{"statusCode":${nul}`, 'broken JSON'],
    [`plain text${nul}`, 'text'],
    [`[1]${nul}`, 'an array'],
  ])('%j is none: %s', (given) => {
    expect(splitHttpPrelude(bytes(given))).toBeNull();
  });
});
