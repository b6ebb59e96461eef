import { LOG_TAIL } from '../limits.ts';

/**
 * Collects the log of one invocation: the last 4 KB as bytes (what Lambda returns for LogType Tail),
 * and whole lines for the terminal, of which a function that floods its output gets only the first part.
 */
export class LogCollector {
  readonly #onLine: (line: string) => void;
  #parts: Buffer[] = [];
  #keptBytes = 0;
  #line: Buffer = Buffer.alloc(0);
  #shownBytes = 0;
  #muted = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  write(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > KEPT_LIMIT) this.#compact();
    if (!this.#muted) this.#show(bytes);
  }

  writeLine(line: string): void {
    // A platform line begins a line of its own, whatever the function printed before it.
    if (this.#keptBytes > 0 && this.#parts.at(-1)?.at(-1) !== LINE_FEED) this.write(Buffer.from('\n'));
    this.write(Buffer.from(`${line}\n`, 'utf8'));
    if (this.#muted) this.#onLine(line);
  }

  /** The last {@link LOG_TAIL} bytes; may begin inside a line, and inside a character. */
  tail(): Buffer {
    this.#compact();
    return this.#parts[0] ?? Buffer.alloc(0);
  }

  /** Copies what counts: a slice would keep the whole chunk of the pipe that it came in. */
  #compact(): void {
    const all = Buffer.concat(this.#parts);
    this.#parts = [Buffer.from(all.subarray(-LOG_TAIL))];
    this.#keptBytes = this.#parts[0]?.length ?? 0;
  }

  #show(bytes: Buffer): void {
    let rest = this.#line.length > 0 ? Buffer.concat([this.#line, bytes]) : bytes;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      this.#onLine(rest.toString('utf8', 0, end));
      this.#shownBytes += end + 1;
      rest = rest.subarray(end + 1);
      if (this.#shownBytes > SHOWN_LIMIT) break;
    }
    this.#line = Buffer.from(rest);
    if (this.#shownBytes + rest.length > SHOWN_LIMIT) {
      this.#muted = true;
      this.#line = Buffer.alloc(0);
      this.#onLine(`(more output than ${SHOWN_LIMIT / 1024} KB: the rest is not shown here)`);
    }
  }
}

const LINE_FEED = 0x0a;
/** Joining after each small write would copy the tail again and again. */
const KEPT_LIMIT = 65_536;
const SHOWN_LIMIT = 65_536;
