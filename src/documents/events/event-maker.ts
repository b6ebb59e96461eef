import { encodeBase64 } from '../base64.ts';

/** What a sample takes from outside: the same of both builds the same event. */
export interface EventPorts {
  now: Date;
  /** Any text; each one has its own ids. */
  seed: string;
}

/** Ids that look like those of AWS, in a row that the seed decides, and the moment of the event. */
export class EventMaker {
  readonly now: Date;
  #state: number;

  constructor({ now, seed }: EventPorts) {
    this.now = now;
    this.#state = hashOf(seed);
  }

  uuid(): string {
    const variant = this.#from('89ab', 1);
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
  }

  hex(length: number): string {
    return this.#from('0123456789abcdef', length);
  }

  /** Does not begin with 0. */
  digits(length: number): string {
    return this.#from('123456789', 1) + this.#from('0123456789', length - 1);
  }

  /** a-z and 0-9, as ids of APIs and load balancers have them. */
  lower(length: number): string {
    return this.#from('abcdefghijklmnopqrstuvwxyz0123456789', length);
  }

  /** A-Z and 0-9, as ids of accounts' principals and of user pools' clients have them. */
  upper(length: number): string {
    return this.#from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', length);
  }

  letters(length: number): string {
    return this.#from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', length);
  }

  /** So many random bytes. */
  base64(bytes: number): string {
    return encodeBase64(Uint8Array.from({ length: bytes }, () => this.#next() & 0xff));
  }

  /** The moment, or so many milliseconds from it. */
  at(offsetMs = 0): Date {
    return new Date(this.now.getTime() + offsetMs);
  }

  #from(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(this.#next() % alphabet.length)).join('');
  }

  /** Mulberry32: 32 bits of state are enough for ids that nobody must be unable to guess. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
