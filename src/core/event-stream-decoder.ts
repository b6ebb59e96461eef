import { PRELUDE_BYTES, readFrame, readPrelude } from './event-stream-frame.ts';
import type { Frame, FrameFault } from './event-stream-frame.ts';

export interface FrameDecoder {
  /** The frames that these bytes complete. A fault is the last item ever: what follows cannot be trusted. */
  push(bytes: Uint8Array): (Frame | FrameFault)[];
  /** True when the bytes so far end inside a frame. */
  isInsideFrame(): boolean;
}

/**
 * Decodes an event stream however its bytes are split. A frame within one piece is read in place; one that spans
 * pieces is collected in a buffer that grows with the bytes that came, never by the length that a prelude claims.
 */
export function createFrameDecoder(): FrameDecoder {
  let collected = new Collector();
  /** Length of the frame that is being collected; 0 while its prelude is not complete. */
  let wanted = 0;
  let isBroken = false;

  function broken(fault: FrameFault): FrameFault {
    isBroken = true;
    return fault;
  }

  /** Reads the frame that `bytes` begin with; undefined when they do not hold all of it. */
  function readInPlace(bytes: Uint8Array): Step | undefined {
    if (collected.length > 0 || bytes.length < PRELUDE_BYTES) return undefined;
    const length = readPrelude(bytes);
    if (typeof length === 'string') return { used: bytes.length, result: broken(length) };
    if (bytes.length < length) return undefined;
    return { used: length, result: readWhole(bytes.subarray(0, length)) };
  }

  function collect(bytes: Uint8Array): Step {
    const target = wanted || PRELUDE_BYTES;
    const used = Math.min(target - collected.length, bytes.length);
    collected.add(bytes.subarray(0, used));
    if (collected.length < target) return { used };
    if (wanted > 0) return { used, result: readWhole(takeCollected()) };
    const length = readPrelude(collected.bytes());
    if (typeof length === 'string') return { used, result: broken(length) };
    wanted = length;
    return { used };
  }

  function takeCollected(): Uint8Array {
    const whole = collected.bytes();
    collected = new Collector();
    wanted = 0;
    return whole;
  }

  function readWhole(bytes: Uint8Array): Frame | FrameFault {
    const frame = readFrame(bytes);
    return typeof frame === 'string' ? broken(frame) : frame;
  }

  return {
    push(bytes) {
      const results: (Frame | FrameFault)[] = [];
      for (let offset = 0; offset < bytes.length && !isBroken;) {
        const rest = bytes.subarray(offset);
        const { used, result } = readInPlace(rest) ?? collect(rest);
        if (result !== undefined) results.push(result);
        offset += used;
      }
      return results;
    },
    isInsideFrame: () => collected.length > 0,
  };
}

interface Step {
  used: number;
  result?: Frame | FrameFault;
}

/** A byte buffer that doubles as it fills, so that adding n bytes one by one takes n steps. */
class Collector {
  length = 0;
  #buffer = new Uint8Array(256);

  add(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, this.length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.length);
    this.length = length;
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }
}
