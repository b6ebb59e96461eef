import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { crc32 } from './crc32.ts';
import { createFrameDecoder } from './event-stream-decoder.ts';
import { encodeFrame, encodeRawFrame } from './stream-events.fixture.ts';

const payload = Uint8Array.of(1, 2, 3);

describe('crc32', () => {
  it('gives the check value of its definition', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});

describe('the frame decoder', () => {
  it('gives headers and payload of each frame', () => {
    const frame = encodeFrame({ ':message-type': 'event', ключ: 'значение 😀', empty: '' }, payload);
    const [decoded] = createFrameDecoder().push(frame);
    expect(decoded).toEqual({
      headers: new Map([
        [':message-type', 'event'],
        ['ключ', 'значение 😀'],
        ['empty', ''],
      ]),
      payload,
    });
  });

  it('passes over values of every other type', () => {
    const block: number[] = [];
    const add = (type: number, ...value: number[]) => block.push(1, 0x61 + type, type, ...value);
    add(0);
    add(1);
    add(2, 9);
    add(3, 9, 9);
    add(4, ...Array<number>(4).fill(9));
    add(5, ...Array<number>(8).fill(9));
    add(6, 0, 2, 9, 9);
    add(7, 0, 1, 0x78);
    add(8, ...Array<number>(8).fill(9));
    add(9, ...Array<number>(16).fill(9));
    const [decoded] = createFrameDecoder().push(encodeRawFrame(Uint8Array.from(block), payload));
    expect(decoded).toEqual({ headers: new Map([['h', 'x']]), payload });
  });

  it.each([
    ['an unknown type', [1, 0x61, 10]],
    ['no type', [1, 0x61]],
    ['a name beyond the block', [9, 0x61, 7, 0, 0]],
    ['half a length', [1, 0x61, 7, 0]],
    ['a value beyond the block', [1, 0x61, 7, 0, 5, 0x78]],
    ['a number beyond the block', [1, 0x61, 5, 0, 0]],
  ])('refuses a header block with %s', (_name, block) => {
    expect(createFrameDecoder().push(encodeRawFrame(Uint8Array.from(block), payload))).toEqual([
      'FRAME_HEADERS',
    ]);
  });

  it('reads the smallest frame and a large one', () => {
    expect(createFrameDecoder().push(encodeRawFrame(new Uint8Array(0), new Uint8Array(0)))).toHaveLength(1);
    const large = new Uint8Array(6 * 1024 * 1024).fill(7);
    const [decoded] = createFrameDecoder().push(encodeRawFrame(new Uint8Array(0), large));
    expect(typeof decoded === 'object' && decoded.payload.length).toBe(large.length);
  });

  it('takes memory for the bytes that came, not for the length that is claimed', () => {
    const largest = largestAllocation(() => {
      expect(createFrameDecoder().push(claim(16 * 1024 * 1024))).toEqual([]);
      expect(createFrameDecoder().push(claim(0x7fffffff))).toEqual(['FRAME_LENGTH']);
    });
    expect(largest).toBeLessThan(1000);
    expect(createFrameDecoder().push(claim(16 * 1024 * 1024 + 1))).toEqual(['FRAME_LENGTH']);
  });

  it('collects a frame that comes byte by byte in one pass: more would outlast the test', () => {
    const frame = encodeRawFrame(new Uint8Array(0), new Uint8Array(400_000));
    const decoder = createFrameDecoder();
    let frames = 0;
    for (let index = 0; index < frame.length; index += 1)
      frames += decoder.push(frame.subarray(index, index + 1)).length;
    expect(frames).toBe(1);
  });

  it('lets a frame go before it reads the next, so that payloads are not overwritten', () => {
    const frames = ['first', 'second'].map((text) => encodeFrame({}, text));
    const decoder = createFrameDecoder();
    const decoded = frames.flatMap((frame) => [
      ...decoder.push(frame.slice(0, 14)),
      ...decoder.push(frame.slice(14)),
    ]);
    const texts = decoded.map((item) =>
      typeof item === 'object' ? new TextDecoder().decode(item.payload) : item,
    );
    expect(texts).toEqual(['first', 'second']);
  });

  it('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.uint8Array({ maxLength: 100 }).map((block) => encodeRawFrame(block, payload)),
    );
    fc.assert(
      fc.property(fc.array(bytes), (pieces) => {
        const decoder = createFrameDecoder();
        for (const piece of pieces) decoder.push(piece);
      }),
    );
  });
});

/** A prelude with a right checksum and no frame behind it. */
function claim(length: number): Uint8Array {
  const prelude = new Uint8Array(12);
  const view = new DataView(prelude.buffer);
  view.setUint32(0, length);
  view.setUint32(8, crc32(prelude.subarray(0, 8)));
  return prelude;
}

/** The largest byte array that `work` asks for, in bytes. */
function largestAllocation(work: () => void): number {
  let largest = 0;
  const counted = new Proxy(Uint8Array, {
    construct(target, args: [number]) {
      if (typeof args[0] === 'number') largest = Math.max(largest, args[0]);
      return new target(...args);
    },
  });
  vi.stubGlobal('Uint8Array', counted);
  try {
    work();
  } finally {
    vi.unstubAllGlobals();
  }
  return largest;
}
