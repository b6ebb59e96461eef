export type JsonTokenKind = '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'word' | 'stray';

/**
 * Walks a text as JSON tokens, one at a time and without keeping them, so that a payload of 6 MB costs no memory
 * and a deep one no stack. Every non-blank character belongs to a token; what JSON does not know is `stray`.
 * Source: RFC 8259, sections 2 to 7.
 */
export class JsonScanner {
  readonly text: string;
  kind: JsonTokenKind = 'stray';
  start = 0;
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the next token; false at the end of the text. */
  next(): boolean {
    this.start = skipBlanks(this.text, this.end);
    if (this.start >= this.text.length) {
      this.end = this.start;
      return false;
    }
    this.#read();
    return true;
  }

  get token(): string {
    return this.text.slice(this.start, this.end);
  }

  #read(): void {
    const { text, start } = this;
    const code = text.charCodeAt(start);
    const punctuation = punctuators.get(code);
    if (punctuation !== undefined) this.#take(punctuation, start + 1);
    else if (code === quote) this.#take('string', endOfString(text, start + 1));
    else if (code === minus || isDigit(code)) this.#take('number', endOfRun(text, start, isNumberPart));
    else if (isWordPart(code)) this.#take('word', endOfRun(text, start, isWordPart));
    else this.#take('stray', start + (isHighSurrogate(code) ? 2 : 1));
  }

  #take(kind: JsonTokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }
}

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;

const punctuators: ReadonlyMap<number, JsonTokenKind> = new Map<number, JsonTokenKind>([
  [0x7b, '{'],
  [0x7d, '}'],
  [0x5b, '['],
  [0x5d, ']'],
  [0x3a, ':'],
  [0x2c, ','],
]);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    at += 1;
  }
  return at;
}

/** After the closing quote; a string that never closes ends with its line, so that the rest is still read. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
    else if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

function endOfRun(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from + 1;
  while (at < text.length && belongs(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Wider than a number, so that `1.2.3` or `0x1F` is one faulty token and not three good ones. */
function isNumberPart(code: number): boolean {
  return isWordPart(code) || code === 0x2b || code === minus || code === 0x2e;
}

function isWordPart(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x24
  );
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
