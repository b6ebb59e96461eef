import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import hostile from '../../tests/vectors/hostile.json';
import responses from '../../tests/vectors/invoke-responses.json';
import { decodeLogTail } from './log-tail.ts';

function toBase64(text: string | Uint8Array): string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function hostileBase64(id: string): string {
  return hostile.items.find((item) => item.id === id)?.input as string;
}

/** Any UTF-16 code units, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('decodeLogTail', () => {
  it('decodes bytes as UTF-8 and finds the report', () => {
    const tail = decodeLogTail(
      toBase64('START RequestId: 1 Version: 3\nżółw 😀\nREPORT RequestId: 1\tDuration: 2 ms\n'),
    );
    expect(tail.text).toContain('żółw 😀');
    expect(tail.truncated).toBe(false);
    expect(tail.report).toEqual({ requestId: '1', durationMs: 2 });
  });

  it('takes only a report of the given request id', () => {
    const log = toBase64('REPORT RequestId: 1\tDuration: 2 ms\nREPORT RequestId: 9\tDuration: 900 ms\n');
    expect(decodeLogTail(log, '1').report?.durationMs).toBe(2);
    expect(decodeLogTail(log, '5').report).toBeUndefined();
  });

  it('shows a character that the 4 KB cut through as one U+FFFD', () => {
    const vector = responses.find((item) => item.name === 'success/tail-log-cut-inside-a-character');
    const tail = decodeLogTail(vector?.response.headers['x-amz-log-result'] ?? '');
    expect(tail.text.startsWith('\uFFFD😀')).toBe(true);
    expect(tail.text.split('\uFFFD')).toHaveLength(2);
    expect(tail.truncated).toBe(true);
    expect(decodeLogTail(hostileBase64('logb64-cut-utf8')).text).toBe('\uFFFDąć log');
  });

  it('keeps a BOM, NUL and escape sequences as they are: drawing them is the page’s matter', () => {
    for (const text of ['\uFEFFx', 'a\u0000b', '\u001b[31mred\u001b[0m', '\u202Eabc', 'a\r\nb']) {
      expect(decodeLogTail(toBase64(text)).text).toBe(text);
    }
  });

  it('keeps every hostile log text as it came', () => {
    const logs = hostile.items.filter((item) => item.kind === 'log' && typeof item.input === 'string');
    expect(logs.length).toBeGreaterThan(15);
    for (const { input } of logs) expect(decodeLogTail(toBase64(input as string)).text).toBe(input);
  });
});

describe('text that is not base64', () => {
  it('is marked and yields no text', () => {
    for (const base64 of ['%%%', 'abcde', 'ä', '=', '🙂']) {
      expect(decodeLogTail(base64)).toEqual({ base64, text: '', truncated: false, invalid: true });
    }
  });

  it('is not what missing padding or an empty header is', () => {
    expect(decodeLogTail(hostileBase64('logb64-bad-padding'))).toMatchObject({ text: 'START' });
    expect(decodeLogTail(hostileBase64('logb64-empty'))).toEqual({ base64: '', text: '', truncated: false });
  });

  it('never makes it throw', () => {
    fc.assert(fc.property(anyText, (text) => void decodeLogTail(text)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeLogTail(toBase64(bytes))));
  });
});

describe('the cut at 4,096 bytes', () => {
  const isCut = (head: string, size: number): boolean =>
    decodeLogTail(toBase64(head + 'x'.repeat(size - head.length))).truncated;

  it('is assumed of a tail that is as long as a tail can be, or longer', () => {
    expect(isCut('hello\n', 4095)).toBe(false);
    expect(isCut('hello\n', 4096)).toBe(true);
    expect(isCut('hello\n', 9000)).toBe(true);
    expect(isCut('x\nSTART RequestId: 1 Version: 1\n', 4096)).toBe(true);
  });

  it.each([
    'START RequestId: 1 Version: $LATEST\n',
    'INIT_START Runtime Version: nodejs:22.v1\n',
    '{"time":"t","type":"platform.initStart","record":{}}\n',
    '{"time":"t","type":"platform.start","record":{}}\n',
  ])('is not where the log begins with the platform’s first line: %s', (head) => {
    expect(isCut(head, 4096)).toBe(false);
  });
});

describe('a place instead of a log, as Managed Instances answer', () => {
  it('is recognised', () => {
    const document = '{"logGroup": "/aws/lambda/f", "logStreamName": "2026/11/22/[1]abc"}';
    expect(decodeLogTail(toBase64(document)).location).toEqual({
      logGroup: '/aws/lambda/f',
      logStreamName: '2026/11/22/[1]abc',
    });
  });

  it.each([
    '{"logGroup":"g"}',
    '{"logGroup":1,"logStreamName":"s"}',
    '[{"logGroup":"g","logStreamName":"s"}]',
    'x {"logGroup":"g","logStreamName":"s"}',
  ])('is not %s', (text) => {
    expect(decodeLogTail(toBase64(text))).not.toHaveProperty('location');
  });
});
