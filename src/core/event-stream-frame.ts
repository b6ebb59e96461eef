import { crc32 } from './crc32.ts';

/** One whole message of `application/vnd.amazon.eventstream`. */
export interface Frame {
  /** The headers that hold text; Lambda sends no others. */
  headers: Map<string, string>;
  payload: Uint8Array;
}

/** What can be wrong with the bytes of a stream, told apart. */
export type FrameFault = 'FRAME_LENGTH' | 'PRELUDE_CRC' | 'MESSAGE_CRC' | 'FRAME_HEADERS';

/** Bytes before the headers: total length, headers length, CRC of these two. */
export const PRELUDE_BYTES = 12;
const CRC_BYTES = 4;

/** Lambda's frames are far smaller (the specification allows 24 MB): a longer one is a damaged length. */
const MAX_FRAME_BYTES = 16 * 1024 * 1024;

/** The length of the frame that begins with this prelude, or what is wrong with it. */
export function readPrelude(bytes: Uint8Array): number | FrameFault {
  const view = viewOf(bytes);
  const total = view.getUint32(0);
  const headersLength = view.getUint32(4);
  const fits = total <= MAX_FRAME_BYTES && headersLength + PRELUDE_BYTES + CRC_BYTES <= total;
  if (!fits) return 'FRAME_LENGTH';
  return crc32(bytes.subarray(0, 8)) === view.getUint32(8) ? total : 'PRELUDE_CRC';
}

/** Reads a whole frame whose prelude is in order. The payload is a view of `bytes`. */
export function readFrame(bytes: Uint8Array): Frame | FrameFault {
  const view = viewOf(bytes);
  const payloadEnd = bytes.length - CRC_BYTES;
  if (crc32(bytes.subarray(0, payloadEnd)) !== view.getUint32(payloadEnd)) return 'MESSAGE_CRC';
  const headersEnd = PRELUDE_BYTES + view.getUint32(4);
  const headers = readHeaders(bytes.subarray(PRELUDE_BYTES, headersEnd));
  return headers ? { headers, payload: bytes.subarray(headersEnd, payloadEnd) } : 'FRAME_HEADERS';
}

/** Header: name length (1 byte), name, type (1 byte), value. Undefined when they do not fill the block exactly. */
function readHeaders(block: Uint8Array): Map<string, string> | undefined {
  const headers = new Map<string, string>();
  const decoder = new TextDecoder();
  let offset = 0;
  while (offset < block.length) {
    const nameEnd = offset + 1 + (block[offset] ?? 0);
    const value = locateValue(block, nameEnd);
    if (!value || value.end > block.length) return undefined;
    const name = decoder.decode(block.subarray(offset + 1, nameEnd));
    if (value.isText) headers.set(name, decoder.decode(block.subarray(value.start, value.end)));
    offset = value.end;
  }
  return headers;
}

/** Bytes of a value by its type: booleans, integers, (6 and 7: bytes and text, by length), time, UUID. */
const fixedLengths = [0, 0, 1, 2, 4, 8, undefined, undefined, 8, 16] as const;
const TEXT = 7;

function locateValue(
  block: Uint8Array,
  typeAt: number,
): { start: number; end: number; isText: boolean } | undefined {
  const type = block[typeAt];
  if (type === undefined || type >= fixedLengths.length) return undefined;
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return { start: typeAt + 1, end: typeAt + 1 + fixed, isText: false };
  const [high, low] = block.subarray(typeAt + 1, typeAt + 3);
  if (high === undefined || low === undefined) return undefined;
  const start = typeAt + 3;
  return { start, end: start + high * 256 + low, isText: type === TEXT };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
