const encoder = new TextEncoder();

/** UTF-8 bytes of a text, or a view of the bytes given. */
export function toBytes(data: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof data === 'string') return encode(data);
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

/**
 * Into an array of our own, which takes Chromium half the time of `encode` and less. ASCII fits; of any other text the
 * rest is encoded by itself.
 */
function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === text.length) return bytes;
  return joinBytes([bytes.subarray(0, written), encoder.encode(text.slice(read))]);
}

/** One array of all the bytes; the only copy is made when there is more than one piece. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(0)] = pieces;
  if (pieces.length < 2) return first;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  return whole;
}

/** fetch and WebCrypto take no shared memory: only bytes in shared memory are copied. */
export function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isUnshared(bytes) ? bytes : new Uint8Array(bytes);
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(data: ArrayBuffer | Uint8Array): string {
  const bytes = toBytes(data);
  let hex = '';
  // Not by for-of: signing does this three times a request, and the iterator costs ten times as much.
  for (let index = 0; index < bytes.length; index += 1) hex += hexPairs[bytes[index] ?? 0];
  return hex;
}
