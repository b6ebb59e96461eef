/**
 * What an execution environment writes to fd 3, one stream for logs and results so that their order is kept.
 *
 * A frame is 16 bytes of head (kind, payload length, two words that depend on the kind; all big-endian u32)
 * and the payload. Log records are RIC's own telemetry frames; the others come from child/bootstrap.mjs:
 * their payload begins with the 36 characters of the request id, their third word is the peak memory in KiB.
 */
export interface FrameListener {
  /** A piece of a log record; `ends` marks its last piece. Records may be larger than memory should hold. */
  onLog(bytes: Buffer, ends: boolean, format: 'text' | 'json'): void;
  onResult(result: ResultFrame): void;
  /** The stream is not frames any more: the handler wrote to the descriptor itself. */
  onGarbage(): void;
}
export type ResultFrame =
  | { kind: 'ready'; peakRssBytes: number }
  | { kind: 'response' | 'error' | 'too-large'; peakRssBytes: number; requestId: string; body: Buffer };

const NOTHING: Buffer = Buffer.alloc(0);
const HEAD_BYTES = 16;
const ID_CHARS = 36;
const RESULT_KINDS: ReadonlyMap<number, ResultFrame['kind']> = new Map([
  [0xa55b0001, 'ready'],
  [0xa55b0002, 'response'],
  [0xa55b0003, 'error'],
  [0xa55b0004, 'too-large'],
]);
const LOG_FORMATS: ReadonlyMap<number, 'text' | 'json'> = new Map([
  [2, 'json'],
  [3, 'text'],
]);

interface OpenFrame {
  kind: ResultFrame['kind'] | 'log';
  format: 'text' | 'json';
  remaining: number;
  peakRssBytes: number;
  parts: Buffer[];
}

export class FrameReader {
  readonly #listener: FrameListener;
  readonly #maxResultBytes: number;
  /** The beginning of a head whose rest has not come yet. */
  #head = NOTHING;
  #open: OpenFrame | undefined;
  #broken = false;

  /** @param maxResultBytes a result that claims more is garbage: the child never sends it. */
  constructor(listener: FrameListener, maxResultBytes: number) {
    this.#listener = listener;
    this.#maxResultBytes = maxResultBytes;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0 && !this.#broken) {
      rest = this.#open ? this.#takePayload(this.#open, rest) : this.#takeHead(rest);
    }
  }

  #takeHead(chunk: Buffer): Buffer {
    const missing = HEAD_BYTES - this.#head.length;
    const head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk.subarray(0, missing)]);
    if (head.length < HEAD_BYTES) {
      this.#head = head;
      return NOTHING;
    }
    this.#head = NOTHING;
    const open = parseHead(head);
    if (!open || (open.kind !== 'log' && open.remaining > this.#maxResultBytes + ID_CHARS)) this.#break();
    else if (open.remaining === 0) this.#takePayload(open, NOTHING);
    else this.#open = open;
    return chunk.subarray(missing);
  }

  #takePayload(open: OpenFrame, chunk: Buffer): Buffer {
    const part = chunk.subarray(0, open.remaining);
    open.remaining -= part.length;
    const ends = open.remaining === 0;
    if (ends) this.#open = undefined;
    if (open.kind === 'log') this.#listener.onLog(part, ends, open.format);
    else {
      open.parts.push(part);
      if (ends) this.#listener.onResult(toResult(open.kind, open));
    }
    return chunk.subarray(part.length);
  }

  #break(): void {
    this.#broken = true;
    this.#listener.onGarbage();
  }
}

function parseHead(head: Buffer): OpenFrame | undefined {
  const magic = head.readUInt32BE(0);
  const remaining = head.readUInt32BE(4);
  const resultKind = RESULT_KINDS.get(magic);
  if (resultKind) {
    return {
      kind: resultKind,
      format: 'text',
      remaining,
      peakRssBytes: head.readUInt32BE(8) * 1024,
      parts: [],
    };
  }
  // RIC: 0xa55a0002 (JSON) or 0xa55a0003 (text), with the level in the three bits above.
  const format = magic >>> 5 === 0xa55a0000 >>> 5 ? LOG_FORMATS.get(magic & 3) : undefined;
  return format && { kind: 'log', format, remaining, peakRssBytes: 0, parts: [] };
}

function toResult(kind: ResultFrame['kind'], { parts, peakRssBytes }: OpenFrame): ResultFrame {
  if (kind === 'ready') return { kind, peakRssBytes };
  const payload = Buffer.concat(parts);
  return {
    kind,
    peakRssBytes,
    requestId: payload.toString('latin1', 0, ID_CHARS),
    body: payload.subarray(ID_CHARS),
  };
}
