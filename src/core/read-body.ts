import { joinBytes } from './bytes.ts';
import type { Cancellation } from './cancellation.ts';

export type BodyReading = { ok: true; bytes: Uint8Array } | { ok: false; bytes: Uint8Array; thrown: unknown };

/** The whole body, or what came of it before it broke off. Leaves no reader behind. */
export async function readBody(response: Response, cancellation: Cancellation): Promise<BodyReading> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of streamBody(response, cancellation)) pieces.push(piece);
    return { ok: true, bytes: joinBytes(pieces) };
  } catch (thrown) {
    return { ok: false, bytes: joinBytes(pieces), thrown };
  }
}

/** The body piece by piece. Throws when it breaks off or the call is cancelled; leaving early cancels it. */
export async function* streamBody(response: Response, { signal }: Cancellation): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  // Cancelling ends a pending read at once, also where the fetch behind it does not know the signal.
  const cancel = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
    reader.releaseLock();
  }
}
