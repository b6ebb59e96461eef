import { joinBytes } from './bytes.ts';
import type { Cancellation } from './cancellation.ts';

type Reader = ReadableStreamDefaultReader<Uint8Array>;

export type BodyReading = { ok: true; bytes: Uint8Array } | { ok: false; bytes: Uint8Array; thrown: unknown };

/** The whole body, or what came of it before it broke off. Leaves no reader behind: one at the end holds nothing. */
export async function readBody(response: Response, { race }: Cancellation): Promise<BodyReading> {
  const pieces: Uint8Array[] = [];
  const reader = response.body?.getReader();
  try {
    while (reader) {
      const { value } = await race(reader.read());
      if (!value) break;
      pieces.push(value);
    }
    return { ok: true, bytes: joinBytes(pieces) };
  } catch (thrown) {
    letGo(reader);
    return { ok: false, bytes: joinBytes(pieces), thrown };
  }
}

/** The body piece by piece. Throws when it breaks off or the call is cancelled; leaving early cancels it. */
export async function* streamBody(response: Response, { race }: Cancellation): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    while (reader) {
      const { value } = await race(reader.read());
      if (!value) break;
      yield value;
    }
  } finally {
    letGo(reader);
  }
}

/** Lets the browser close or reuse the connection, also when the body was not read to its end. */
function letGo(reader: Reader | undefined): void {
  reader?.cancel().catch(() => undefined);
  reader?.releaseLock();
}
