import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrameReader } from './frames.ts';

const id = '0f9b2f3e-5b1c-4c59-8a57-7d5b6f4f8a10';

function frame(kind: number, payload: string, word = 0): Buffer {
  const body = Buffer.from(payload, 'utf8');
  const head = Buffer.alloc(16);
  head.writeUInt32BE(kind, 0);
  head.writeUInt32BE(body.length, 4);
  head.writeUInt32BE(word, 8);
  return Buffer.concat([head, body]);
}

/** Reads the chunks; a record's pieces are joined, as any split of the bytes must give the same records. */
function read(chunks: Buffer[], maxResultBytes = 1000): unknown[] {
  const events: unknown[] = [];
  let record = '';
  const reader = new FrameReader(
    {
      onLog(bytes, ends, format) {
        record += bytes.toString('latin1');
        if (!ends) return;
        events.push([format, Buffer.from(record, 'latin1').toString('utf8')]);
        record = '';
      },
      onResult: (result) =>
        events.push('body' in result ? { ...result, body: result.body.toString('utf8') } : result),
      onGarbage: () => events.push('garbage'),
    },
    maxResultBytes,
  );
  for (const chunk of chunks) reader.push(chunk);
  return events;
}

const stream = Buffer.concat([
  frame(0xa55b0001, '', 2048),
  frame(0xa55a000f, 'a line ü\n'),
  frame(0xa55a0016, '{"level":"ERROR"}'),
  frame(0xa55b0002, `${id}{"a":"ü"}`, 1),
  frame(0xa55b0003, `${id}{}`),
  frame(0xa55b0004, `${id}7000000`),
]);
const events = [
  { kind: 'ready', peakRssBytes: 2_097_152 },
  ['text', 'a line ü\n'],
  ['json', '{"level":"ERROR"}'],
  { kind: 'response', peakRssBytes: 1024, requestId: id, body: '{"a":"ü"}' },
  { kind: 'error', peakRssBytes: 0, requestId: id, body: '{}' },
  { kind: 'too-large', peakRssBytes: 0, requestId: id, body: '7000000' },
];

describe('FrameReader', () => {
  test('reads logs and results in their order', () => {
    expect(read([stream])).toEqual(events);
  });

  test('reads the same from any split of the bytes', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: stream.length - 1 }));
    fc.assert(
      fc.property(cuts, (positions) => {
        const ends = [...positions.toSorted((a, b) => a - b), stream.length];
        const chunks = ends.map((end, index) => stream.subarray(ends[index - 1] ?? 0, end));
        expect(read(chunks)).toEqual(events);
      }),
    );
  });

  test('stops at bytes that are no frame', () => {
    expect(read([frame(0xa55b0001, ''), Buffer.from('the handler wrote to fd 3'), stream])).toEqual([
      { kind: 'ready', peakRssBytes: 0 },
      'garbage',
    ]);
  });

  test('does not believe the length of a result that is over the limit', () => {
    const head = frame(0xa55b0002, '');
    head.writeUInt32BE(0x7fffffff, 4);
    expect(read([head])).toEqual(['garbage']);
  });

  test('passes a record of any length on in pieces, keeping none', () => {
    const head = frame(0xa55a000f, '');
    head.writeUInt32BE(3_000_000_000, 4);
    const sizes: number[] = [];
    const reader = new FrameReader(
      { onLog: (bytes) => sizes.push(bytes.length), onResult: () => {}, onGarbage: () => sizes.push(-1) },
      1000,
    );
    reader.push(head);
    for (let piece = 0; piece < 3; piece += 1) reader.push(Buffer.alloc(65_536));
    expect(sizes).toEqual([65_536, 65_536, 65_536]);
  });
});
