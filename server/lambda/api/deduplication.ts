import { createHash } from 'node:crypto';
import type { ApiRequest, ApiResponse } from '../http/messages.ts';

/**
 * One run per send: a browser sends a request again by itself when its connection dies, byte for byte, and
 * nothing in the page can see it. The copy gets the answer of the first, which may still be under way. A retry
 * of the client has the same invocation id but another attempt number, and is a run of its own.
 */
export class Deduplication {
  readonly #answers = new Map<string, Remembered>();
  readonly #now: () => number;
  #bytes = 0;

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  answer(request: ApiRequest, run: () => Promise<ApiResponse>): Promise<ApiResponse> {
    const key = keyOf(request);
    if (key === undefined) return run();
    this.#forgetOld();
    const known = this.#answers.get(key);
    if (known) return known.response;
    const remembered: Remembered = { response: run(), at: this.#now(), bytes: 0, isSettled: false };
    this.#answers.set(key, remembered);
    void this.#measure(remembered);
    return remembered.response;
  }

  async #measure(remembered: Remembered): Promise<void> {
    // A refusal is remembered too: the copy of a refused request is refused in the same words.
    const { body } = await remembered.response.catch(() => ({ body: undefined }));
    remembered.isSettled = true;
    remembered.bytes = body instanceof Uint8Array ? body.length : 0;
    this.#bytes += remembered.bytes;
    this.#forgetOld();
  }

  /** The oldest first; what still runs is never forgotten. */
  #forgetOld(): void {
    for (const [key, { at, bytes, isSettled }] of this.#answers) {
      const isOld = this.#now() - at > REMEMBER_MS;
      if (!isOld && this.#bytes <= REMEMBER_BYTES && this.#answers.size <= REMEMBER_ANSWERS) return;
      if (!isSettled) continue;
      this.#answers.delete(key);
      this.#bytes -= bytes;
    }
  }
}

/** Longer than a signature is valid: after it a copy is refused anyway. */
const REMEMBER_MS = 11 * 60_000;
const REMEMBER_BYTES = 67_108_864;
const REMEMBER_ANSWERS = 2000;

interface Remembered {
  response: Promise<ApiResponse>;
  at: number;
  bytes: number;
  isSettled: boolean;
}

/** Undefined when the client names no invocation: then copies cannot be told from new requests. */
function keyOf(request: ApiRequest): string | undefined {
  const id = request.headers.get('amz-sdk-invocation-id');
  if (!id) return undefined;
  const body = createHash('sha256').update(request.body).digest('base64');
  return [id, attemptOf(request), request.method, request.path, request.query, body].join('\n');
}

/** The attempt that a client counts in amz-sdk-request, from 1. */
export function attemptOf(request: ApiRequest): number {
  const [, attempt] = /attempt=(\d{1,4})/.exec(request.headers.get('amz-sdk-request') ?? '') ?? [];
  return Number(attempt ?? 1);
}
