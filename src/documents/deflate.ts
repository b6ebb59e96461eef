/** Raw DEFLATE (RFC 1951), alone or within gzip's header and checksum (RFC 1952). */
export type DeflateFormat = 'deflate-raw' | 'gzip';

export async function deflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: DeflateFormat = 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Inflated =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  /** `too-big`: more than `maxBytes` would come out. */
  | { ok: false; reason: 'too-big' | 'damaged' };

/**
 * Inflates without ever holding much more than `maxBytes`: the input goes in by slices of 1 KiB, because a browser
 * inflates a whole write before it hands anything out. Bytes behind the end of the stream count as damage.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
  format: DeflateFormat = 'deflate-raw',
): Promise<Inflated> {
  const whole = await inflateSlices(bytes, maxBytes, format);
  if (!whole.ok || bytes.length === 0) return whole;
  // Not every runtime minds bytes behind the end: then the stream is complete without the last one, too.
  const shorter = await inflateSlices(bytes.subarray(0, -1), maxBytes, format);
  return shorter.ok ? { ok: false, reason: 'damaged' } : whole;
}

const sliceBytes = 1024;

async function inflateSlices(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
  format: DeflateFormat,
): Promise<Inflated> {
  const { readable, writable } = new DecompressionStream(format);
  const writing = writeSlices(bytes, writable.getWriter());
  const reader = readable.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxBytes) {
        await reader.cancel();
        return { ok: false, reason: 'too-big' };
      }
      parts.push(new Uint8Array(value));
    }
    await writing;
    return { ok: true, bytes: new Uint8Array(await new Blob(parts).arrayBuffer()) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

/** Never rejects: what goes wrong in the stream shows at its reading end. */
async function writeSlices(
  bytes: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for (let at = 0; at < bytes.length; at += sliceBytes) {
      await writer.write(bytes.subarray(at, at + sliceBytes));
    }
    await writer.close();
  } catch {
    // The reader has it.
  }
}
