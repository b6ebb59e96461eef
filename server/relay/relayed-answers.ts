import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiResponse } from '../lambda/http/messages.ts';

export interface Exchange {
  answer: Promise<ApiResponse>;
  /** A client waits or reads; call the result when it has gone. */
  join(): () => void;
}

/**
 * One send is one run behind the relay too: a browser that sends a request again by itself sends the same invocation
 * id and attempt, byte for byte, and gets the answer of the first. When nobody waits any more, the request is ended
 * a little later: the same browser may be about to come back.
 */
export class RelayedAnswers {
  readonly #known = new Map<string, Remembered>();
  readonly #graceMs: number;

  constructor(graceMs: number) {
    this.#graceMs = graceMs;
  }

  /** @param send Called once for each key, with the signal that ends it. */
  exchange(
    key: string | undefined,
    send: (signal: AbortSignal) => Promise<ApiResponse>,
  ): Exchange & { isNew: boolean } {
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known) return { ...this.#exchangeOf(known), isNew: false };
    const controller = new AbortController();
    const remembered: Remembered = {
      answer: send(controller.signal),
      controller,
      clients: 0,
      timer: undefined,
      key,
    };
    if (key !== undefined) this.#known.set(key, remembered);
    while (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value ?? '');
    return { ...this.#exchangeOf(remembered), isNew: true };
  }

  #exchangeOf(remembered: Remembered): Exchange {
    return {
      answer: remembered.answer,
      join: () => {
        clearTimeout(remembered.timer);
        remembered.clients += 1;
        return () => {
          remembered.clients -= 1;
          if (remembered.clients === 0)
            remembered.timer = setTimeout(() => this.#end(remembered), this.#graceMs).unref();
        };
      },
    };
  }

  #end({ controller, key }: Remembered): void {
    controller.abort();
    if (key !== undefined) this.#known.delete(key);
  }
}

/** A browser comes back within moments; no more than these are ever under way. */
const MOST = 100;

interface Remembered {
  answer: Promise<ApiResponse>;
  controller: AbortController;
  clients: number;
  timer: NodeJS.Timeout | undefined;
  key: string | undefined;
}

/** Undefined when the client names no invocation: then copies cannot be told from new requests. */
export function sameSendKey(method: string, url: string, headers: IncomingHttpHeaders): string | undefined {
  const id = headers['amz-sdk-invocation-id'];
  if (id === undefined) return undefined;
  const names = ['amz-sdk-request', 'x-amz-content-sha256', 'authorization', 'content-length'];
  const parts = [id, method, url, ...names.map((name) => headers[name] ?? '')];
  return createHash('sha256').update(parts.join('\n')).digest('base64');
}
