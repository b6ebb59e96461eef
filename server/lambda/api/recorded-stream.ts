/**
 * A response body that is written while it is read, and can be read again from its beginning: a request that
 * the browser sent twice gets the same stream. A writer waits for readers that are far behind.
 */
export class RecordedStream implements AsyncIterable<Uint8Array> {
  #parts: Uint8Array[] = [];
  #writtenBytes = 0;
  #isComplete = false;
  #isForgotten = false;
  #failure: Error | undefined;
  readonly #readers = new Set<Reader>();
  #changed = createSignal();

  /** Resolves when the fastest reader has caught up; at once when nobody reads any more. */
  async push(bytes: Uint8Array): Promise<void> {
    this.#parts.push(bytes);
    this.#writtenBytes += bytes.length;
    this.#announce();
    while (this.#behindBytes() > AHEAD_BYTES) await this.#changed.promise;
    if (this.#writtenBytes > REPLAY_BYTES) this.#forget();
  }

  end(): void {
    this.#isComplete = true;
    this.#announce();
  }

  /** Readers get what came before, and then this error. */
  fail(cause: unknown): void {
    this.#failure = new Error('The stream broke off.', { cause });
    this.#announce();
  }

  /** @throws Error when the beginning is no longer known, and after what came before a failure */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    if (this.#isForgotten) throw new Error('The beginning of this stream is not kept any more.');
    const reader: Reader = { index: 0, readBytes: 0 };
    this.#readers.add(reader);
    try {
      for (;;) {
        const part = this.#parts[reader.index];
        if (part) {
          yield part;
          reader.index += 1;
          reader.readBytes += part.length;
          this.#announce();
        } else if (this.#failure) throw this.#failure;
        else if (this.#isComplete) return;
        else await this.#changed.promise;
      }
    } finally {
      this.#readers.delete(reader);
      this.#announce();
    }
  }

  #behindBytes(): number {
    const read = [...this.#readers].map(({ readBytes }) => readBytes);
    return read.length === 0 ? 0 : this.#writtenBytes - Math.max(...read);
  }

  /** What every reader has read of a long stream is dropped: nobody can begin with it any more. */
  #forget(): void {
    this.#isForgotten = true;
    const readers = [...this.#readers];
    const done = Math.min(this.#parts.length, ...readers.map(({ index }) => index));
    this.#parts = this.#parts.slice(done);
    for (const reader of readers) reader.index -= done;
  }

  #announce(): void {
    const { resolve } = this.#changed;
    this.#changed = createSignal();
    resolve();
  }
}

const AHEAD_BYTES = 262_144;
const REPLAY_BYTES = 6_291_456;

interface Reader {
  index: number;
  readBytes: number;
}

function createSignal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
