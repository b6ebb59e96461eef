import { crc32 } from './crc32.ts';

/** Encodes one event stream message with text headers, for tests. */
export function encodeFrame(headers: Record<string, string>, payload: Uint8Array | string = ''): Uint8Array {
  const encoder = new TextEncoder();
  const body = typeof payload === 'string' ? encoder.encode(payload) : payload;
  const block = Object.entries(headers).flatMap(([name, value]) => {
    const [nameBytes, valueBytes] = [encoder.encode(name), encoder.encode(value)];
    return [
      nameBytes.length,
      ...nameBytes,
      7,
      valueBytes.length >> 8,
      valueBytes.length & 0xff,
      ...valueBytes,
    ];
  });
  return encodeRawFrame(Uint8Array.from(block), body);
}

/** A message with right checksums around any header block. */
export function encodeRawFrame(headerBlock: Uint8Array, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(16 + headerBlock.length + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, frame.length);
  view.setUint32(4, headerBlock.length);
  view.setUint32(8, crc32(frame.subarray(0, 8)));
  frame.set(headerBlock, 12);
  frame.set(payload, 12 + headerBlock.length);
  view.setUint32(frame.length - 4, crc32(frame.subarray(0, -4)));
  return frame;
}

export function payloadChunk(payload: Uint8Array | string): Uint8Array {
  return encodeFrame({ ':message-type': 'event', ':event-type': 'PayloadChunk' }, payload);
}

export function invokeComplete(document: unknown = {}): Uint8Array {
  return encodeFrame({ ':message-type': 'event', ':event-type': 'InvokeComplete' }, JSON.stringify(document));
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
