import { describe, expect, test } from 'vitest';
import { runBodyJob } from './body-job.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a job on a response body', () => {
  test('formats JSON by its tokens, a byte order mark aside', () => {
    expect(runBodyJob('pretty', bytes('\uFEFF{"n":1.10,"n":1e400}'))).toBe(
      '{\n  "n": 1.10,\n  "n": 1e400\n}',
    );
  });

  test('finds its values', () => {
    expect(runBodyJob('tree', bytes('[1,{"a":2}]'))).toMatchObject({ count: 4, isCut: false });
  });

  test('sees a proxy response', () => {
    expect(runBodyJob('http', bytes('{"statusCode":204,"body":""}'))).toMatchObject({ statusCode: 204 });
  });

  test.each(['pretty', 'tree', 'http'] as const)('%s is null for what is no JSON', (kind) => {
    for (const body of [bytes(''), bytes('{"a":'), bytes('<html>'), new Uint8Array([0xff, 0x7b])])
      expect(runBodyJob(kind, body)).toBeNull();
  });
});
