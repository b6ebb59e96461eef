import { joinBytes } from './bytes.ts';
import { PRELUDE_BYTES, readFrame, readPrelude } from './event-stream-frame.ts';
import type { Frame, FrameFault } from './event-stream-frame.ts';

export interface FrameDecoder {
  /** The frames that these bytes complete. A fault is the last item ever: what follows cannot be trusted. */
  push(bytes: Uint8Array): (Frame | FrameFault)[];
  /** True when the bytes so far end inside a frame. */
  isInsideFrame(): boolean;
}

/**
 * Decodes an event stream however its bytes are split. A frame is collected as its bytes come and joined once when
 * they are all there; no memory is taken for the length that a prelude claims.
 */
export function createFrameDecoder(): FrameDecoder {
  let pieces: Uint8Array[] = [];
  let collected = 0;
  /** Bytes to collect: a prelude, then the frame that it announces. */
  let wanted = PRELUDE_BYTES;
  let isBroken = false;

  function take(length: number): Uint8Array {
    const whole = joinBytes(pieces);
    pieces = [];
    collected = 0;
    wanted = length;
    return whole;
  }

  function collect(piece: Uint8Array): void {
    pieces.push(piece);
    collected += piece.length;
  }

  /** What the bytes that were wanted turn out to be: a prelude asks for the rest of its frame. */
  function advance(): Frame | FrameFault | undefined {
    if (wanted > PRELUDE_BYTES) return readFrame(take(PRELUDE_BYTES));
    const prelude = take(PRELUDE_BYTES);
    const length = readPrelude(prelude);
    if (typeof length === 'string') return length;
    collect(prelude);
    wanted = length;
    return undefined;
  }

  return {
    push(bytes) {
      const results: (Frame | FrameFault)[] = [];
      let offset = 0;
      while (offset < bytes.length && !isBroken) {
        const piece = bytes.subarray(offset, offset + wanted - collected);
        offset += piece.length;
        collect(piece);
        const result = collected < wanted ? undefined : advance();
        if (result !== undefined) results.push(result);
        isBroken = typeof result === 'string';
      }
      return results;
    },
    isInsideFrame: () => collected > 0,
  };
}
