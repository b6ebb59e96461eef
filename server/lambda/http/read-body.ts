import type { IncomingMessage } from 'node:http';

export type BodyResult = { kind: 'complete'; bytes: Buffer } | { kind: 'too-large' } | { kind: 'aborted' };

/** How much of a body that is too large is still read, so that the refusal reaches a client that is writing. */
const DRAIN_LIMIT = 67_108_864;

/** Reads a whole body, holding at most `maxBytes` of it. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    if (Number(request.headers['content-length'] ?? 0) > DRAIN_LIMIT) return { kind: 'too-large' };
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= maxBytes) parts.push(chunk);
      else parts.length = 0;
      if (size > DRAIN_LIMIT) break;
    }
  } catch {
    return { kind: 'aborted' };
  }
  return size > maxBytes ? { kind: 'too-large' } : { kind: 'complete', bytes: Buffer.concat(parts) };
}
