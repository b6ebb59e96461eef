import { joinBytes } from './bytes.ts';
import type { Cancellation } from './cancellation.ts';

export type BodyReading = { ok: true; bytes: Uint8Array } | { ok: false; bytes: Uint8Array; thrown: unknown };

/** The whole body, or what came of it before it broke off. Leaves no reader behind. */
export async function readBody(response: Response, { race }: Cancellation): Promise<BodyReading> {
  const pieces: Uint8Array[] = [];
  const reader = response.body?.getReader();
  try {
    for (let part = await next(reader, race); part; part = await next(reader, race)) pieces.push(part);
    return { ok: true, bytes: joinBytes(pieces) };
  } catch (thrown) {
    return { ok: false, bytes: joinBytes(pieces), thrown };
  } finally {
    letGo(reader);
  }
}

/** The body piece by piece. Throws when it breaks off or the call is cancelled; leaving early cancels it. */
export async function* streamBody(response: Response, { race }: Cancellation): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (let part = await next(reader, race); part; part = await next(reader, race)) yield part;
  } finally {
    letGo(reader);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array> | undefined;

/** Undefined at the end. A call that is cancelled waits no longer, also where fetch does not know its signal. */
async function next(reader: Reader, race: Cancellation['race']): Promise<Uint8Array | undefined> {
  return reader && (await race(reader.read())).value;
}

/** Without a body that is still read, the browser can close the connection. */
function letGo(reader: Reader): void {
  reader?.cancel().catch(() => undefined);
  reader?.releaseLock();
}
