import { MAX_RESPONSE } from '../limits.ts';
import type { StreamSink } from './environment.ts';

/** Makes a payload out of a stream: Invoke on a function that streams its response. */
export class CollectingSink implements StreamSink {
  readonly #parts: Buffer[] = [];
  #sizeBytes = 0;

  start(): void {}

  chunk(bytes: Buffer): Promise<void> {
    this.#sizeBytes += bytes.length;
    if (this.#sizeBytes <= MAX_RESPONSE) this.#parts.push(bytes);
    return Promise.resolve();
  }

  /** Undefined when there was more than a payload may hold. */
  collected(): Buffer | undefined {
    return this.#sizeBytes <= MAX_RESPONSE ? Buffer.concat(this.#parts) : undefined;
  }
}
