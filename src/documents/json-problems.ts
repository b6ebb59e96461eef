import { JsonScanner, type JsonTokenKind } from './json-scan.ts';
import { positionsOf } from './text-position.ts';

/** One fault of a text as JSON, with its place: line and column count from 1, columns in UTF-16 units. */
export interface JsonProblem {
  message: string;
  offset: number;
  line: number;
  column: number;
}

/**
 * The first faults of a text as JSON, in order; empty when JSON.parse would take it. After a fault the reading
 * goes on where it makes sense, so that one slip is one fault. Linear in the text, whatever its nesting.
 */
export function jsonProblems(text: string, limit = 20): JsonProblem[] {
  const reader = new ProblemReader(text, limit);
  const found = reader.read();
  const places = positionsOf(
    text,
    found.map(({ offset }) => offset),
  );
  return found.map(({ message }, index) => ({
    message,
    ...(places[index] ?? { offset: 0, line: 1, column: 1 }),
  }));
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  return new ProblemReader(text, 1).read().length === 0;
}

interface Fault {
  message: string;
  offset: number;
}

/** What may come next. `value-or-end` and `key-or-end` stand right after an opening bracket. */
type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

class ProblemReader {
  readonly #scanner: JsonScanner;
  readonly #limit: number;
  readonly #faults: Fault[] = [];
  /** Open containers, innermost last. */
  readonly #open: ('{' | '[')[] = [];
  #expected: Expectation = 'value';
  /** Where a comma stood that nothing has followed yet. */
  #commaAt = -1;

  constructor(text: string, limit: number) {
    this.#scanner = new JsonScanner(text);
    this.#limit = limit;
  }

  read(): Fault[] {
    while (this.#faults.length < this.#limit && this.#scanner.next()) this.#accept(this.#scanner.kind);
    if (this.#faults.length < this.#limit) this.#atEnd();
    return this.#faults;
  }

  #accept(kind: JsonTokenKind): void {
    if (kind === 'stray') this.#fault(`${JSON.stringify(this.#scanner.token)} has no meaning in JSON.`);
    else if (kind === '}' || kind === ']') this.#close(kind);
    else if (kind === ',') this.#comma();
    else if (kind === ':') this.#colon();
    else this.#value(kind);
  }

  #value(kind: '{' | '[' | 'string' | 'number' | 'word'): void {
    this.#makeRoom(kind);
    if (this.#expected === 'key' || this.#expected === 'key-or-end') this.#key(kind);
    else this.#plainValue(kind);
    this.#commaAt = -1;
  }

  /** A value where a comma or a colon is missing: say so once and go on as if it were there. */
  #makeRoom(kind: JsonTokenKind): void {
    if (this.#expected === 'comma-or-end') {
      this.#fault(`A comma is missing before ${nameOf(kind)}.`);
      this.#expected = this.#open.at(-1) === '{' ? 'key' : 'value';
    } else if (this.#expected === 'colon') {
      this.#fault(`A colon is missing before ${nameOf(kind)}.`);
      this.#expected = 'value';
    } else if (this.#expected === 'nothing') {
      this.#fault('There is more text after the end of the JSON value.');
      this.#expected = 'value';
    }
  }

  #key(kind: '{' | '[' | 'string' | 'number' | 'word'): void {
    if (kind === 'string') this.#checkString();
    else this.#fault(`A key must be a string in double quotes, not ${nameOf(kind)}.`);
    this.#expected = 'colon';
    if (kind === '{' || kind === '[') this.#enter(kind);
  }

  #plainValue(kind: '{' | '[' | 'string' | 'number' | 'word'): void {
    if (kind === '{' || kind === '[') {
      this.#enter(kind);
      return;
    }
    if (kind === 'string') this.#checkString();
    else if (kind === 'number') this.#checkNumber();
    else this.#checkWord();
    this.#afterValue();
  }

  #enter(kind: '{' | '['): void {
    this.#open.push(kind);
    this.#expected = kind === '{' ? 'key-or-end' : 'value-or-end';
  }

  #close(kind: '}' | ']'): void {
    const innermost = this.#open.at(-1);
    if (innermost === undefined) {
      this.#fault(`There is no open bracket that ${kind} could close.`);
      return;
    }
    if ((innermost === '{') !== (kind === '}')) {
      this.#fault(`${kind} cannot close ${innermost}.`);
      return;
    }
    if (this.#commaAt >= 0) this.#fault('JSON has no trailing comma.', this.#commaAt);
    else if (this.#expected === 'value') this.#fault(`A value is missing before ${kind}.`);
    else if (this.#expected === 'colon') this.#fault(`A colon and a value are missing before ${kind}.`);
    this.#commaAt = -1;
    this.#open.pop();
    this.#afterValue();
  }

  #comma(): void {
    if (this.#expected === 'comma-or-end') {
      this.#commaAt = this.#scanner.start;
      this.#expected = this.#open.at(-1) === '{' ? 'key' : 'value';
      return;
    }
    if (this.#expected === 'nothing') this.#fault('There is more text after the end of the JSON value.');
    else if (this.#expected === 'colon') this.#fault('A colon and a value are missing before the comma.');
    else this.#fault('A value is missing before the comma.');
    if (this.#open.length > 0) this.#expected = this.#open.at(-1) === '{' ? 'key' : 'value';
  }

  #colon(): void {
    if (this.#expected === 'colon') this.#expected = 'value';
    else this.#fault('A colon can stand only between a key and its value.');
  }

  #afterValue(): void {
    this.#expected = this.#open.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #atEnd(): void {
    const offset = this.#scanner.text.trimEnd().length;
    const innermost = this.#open.at(-1);
    if (innermost !== undefined) this.#fault(`${innermost} is never closed.`, offset);
    else if (this.#expected !== 'nothing' && this.#faults.length === 0)
      this.#fault('A value is missing.', offset);
  }

  #checkString(): void {
    const { text, start, end } = this.#scanner;
    if (end - start < 2 || text.charCodeAt(end - 1) !== 0x22 || endsEscaped(text, start, end)) {
      this.#fault('The string has no closing quote.');
      return;
    }
    const faulty = faultyCharacterAt(text, start + 1, end - 1);
    if (faulty >= 0) this.#fault(describeCharacter(text.charCodeAt(faulty)), faulty);
  }

  #checkNumber(): void {
    if (!numberPattern.test(this.#scanner.token))
      this.#fault(`${shortened(this.#scanner.token)} is not a JSON number.`);
  }

  #checkWord(): void {
    const { token } = this.#scanner;
    if (token === 'true' || token === 'false' || token === 'null') return;
    this.#fault(`${shortened(token)} is not a JSON value: a string needs double quotes.`);
  }

  #fault(message: string, offset = this.#scanner.start): void {
    if (this.#faults.length < this.#limit) this.#faults.push({ message, offset });
  }
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The first control character or unknown escape inside a string; -1 when there is none. */
function faultyCharacterAt(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20) return at;
    if (code !== 0x5c) continue;
    escape.lastIndex = at;
    if (!escape.test(text) || escape.lastIndex > to) return at;
    at = escape.lastIndex - 1;
  }
  return -1;
}

function describeCharacter(code: number): string {
  if (code === 0x5c) return 'This backslash begins no escape that JSON knows.';
  const hex = code.toString(16).padStart(4, '0').toUpperCase();
  return `A control character (U+${hex}) must be written as an escape inside a string.`;
}

/** Whether the quote at the end belongs to an escape, so that the string is not closed. */
function endsEscaped(text: string, start: number, end: number): boolean {
  let backslashes = 0;
  for (let at = end - 2; at > start && text.charCodeAt(at) === 0x5c; at -= 1) backslashes += 1;
  return backslashes % 2 === 1;
}

function nameOf(kind: JsonTokenKind): string {
  return kind === 'word' ? 'a word' : kind === 'string' || kind === 'number' ? `a ${kind}` : kind;
}

function shortened(token: string): string {
  return token.length > 40 ? `${token.slice(0, 40)}…` : token;
}
