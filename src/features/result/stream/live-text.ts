import type { StreamEvent } from '../../../core/index.ts';
import { splitHttpPrelude, type HttpResponse } from '../../../documents/http-response.ts';

/** What can be read of a stream while it comes. */
export interface LiveText {
  text: string;
  /** Bytes before the text that are not in it: a long stream is followed at its end. */
  skippedBytes: number;
  /** Status and headers of an HTTP response that is streamed behind its prelude. */
  head: Pick<HttpResponse, 'statusCode' | 'headers'> | null;
}

/** As much as can be decoded and cut into rows twenty times a second; the whole is there at the end. */
const mostBytes = 262_144;

export function liveText(events: readonly StreamEvent[]): LiveText {
  const chunks = events.flatMap((event) => (event.type === 'chunk' ? [event.bytes] : []));
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const bytes = lastBytes(chunks, Math.min(total, mostBytes));
  const skippedBytes = total - bytes.length;
  const http = skippedBytes === 0 ? splitHttpPrelude(bytes) : null;
  const body = http?.body ?? bytes.subarray(skippedBytes === 0 ? 0 : cutCharacter(bytes));
  // Left open, so that a character whose other bytes are still to come is not shown as a broken one.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body, { stream: true });
  return { text, skippedBytes, head: http && { statusCode: http.statusCode, headers: http.headers } };
}

function lastBytes(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = length;
  for (let index = chunks.length - 1; index >= 0 && at > 0; index -= 1) {
    const chunk = chunks[index] ?? bytes;
    const part = chunk.subarray(Math.max(0, chunk.length - at));
    at -= part.length;
    bytes.set(part, at);
  }
  return bytes;
}

/** Bytes of a character whose beginning was left out. */
function cutCharacter(bytes: Uint8Array): number {
  let cut = 0;
  while (cut < 3 && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut += 1;
  return cut;
}
