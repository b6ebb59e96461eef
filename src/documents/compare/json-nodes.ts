import { JsonScanner } from '../json-scan.ts';
import { numberValue } from './json-number.ts';

/** A value of a JSON text, with what it takes to tell at once whether another one is the same. */
export interface JsonNode {
  kind: 'object' | 'array' | 'scalar';
  start: number;
  end: number;
  /** Of a member, its escapes read. */
  name: string | null;
  children: readonly JsonNode[];
  /** The same for two values that are equal, however they are spelled and in whatever order their members come. */
  value: number;
}

/** Gives each text a number; the same text the same one. */
export class Names {
  readonly #ids = new Map<string, number>();

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(text, id);
    return id;
  }
}

/** What is left out is equal to whatever else is left out. */
const ignoredId = 0;

interface Open {
  kind: 'object' | 'array';
  start: number;
  name: string | null;
  children: JsonNode[];
}

/**
 * Reads a JSON text, which must be JSON. Values that begin at one of the places of `ignored` are left out. Without
 * recursion, so that no depth is too deep. Nodes of two texts can be compared when both were read with the same names.
 */
export function readJsonNodes(text: string, names: Names, ignored: ReadonlySet<number>): JsonNode {
  return new Reader(text, names, ignored).read();
}

class Reader {
  readonly #scanner: JsonScanner;
  readonly #names: Names;
  readonly #ignored: ReadonlySet<number>;
  readonly #open: Open[] = [];
  /** Of the member whose value comes next. */
  #name: string | null = null;

  constructor(text: string, names: Names, ignored: ReadonlySet<number>) {
    this.#scanner = new JsonScanner(text);
    this.#names = names;
    this.#ignored = ignored;
  }

  read(): JsonNode {
    while (this.#scanner.next()) {
      const node = this.#take();
      const parent = this.#open.at(-1);
      if (node && !parent) return node;
      if (node) parent?.children.push(node);
    }
    throw new TypeError('A text without a value is no JSON.');
  }

  /** The value that ends with this token, if one does. */
  #take(): JsonNode | null {
    const { kind, token, start } = this.#scanner;
    switch (kind) {
      case '{':
      case '[':
        this.#open.push({ kind: kind === '{' ? 'object' : 'array', start, name: this.#name, children: [] });
        this.#name = null;
        return null;
      case '}':
      case ']':
        return this.#close();
      case ':':
      case ',':
        return null;
      default:
        if (!this.#isName()) return this.#scalar();
        this.#name = stringValue(token);
        return null;
    }
  }

  #isName(): boolean {
    return this.#name === null && this.#open.at(-1)?.kind === 'object';
  }

  #scalar(): JsonNode {
    const { kind, token, start, end } = this.#scanner;
    const name = this.#name;
    this.#name = null;
    const value = this.#ignored.has(start) ? ignoredId : this.#names.idOf(scalarValue(kind, token));
    return { kind: 'scalar', start, end, name, children: none, value };
  }

  #close(): JsonNode | null {
    const closing = this.#open.pop();
    if (!closing) return null;
    const { kind, start, name, children } = closing;
    const value = this.#ignored.has(start) ? ignoredId : this.#names.idOf(this.#contents(closing));
    return { kind, start, end: this.#scanner.end, name, children, value };
  }

  /** By the ids of what is inside: members in an order that does not depend on theirs. */
  #contents({ kind, children }: Open): string {
    if (kind === 'array') return `[${children.map(({ value }) => value).join()}`;
    const members = children.map(({ name, value }) => `${this.#names.idOf(name ?? '')}:${value}`);
    return `{${members.toSorted().join()}`;
  }
}

const none: readonly JsonNode[] = [];

function scalarValue(kind: JsonScanner['kind'], token: string): string {
  if (kind === 'number') return numberValue(token);
  return kind === 'string' ? JSON.stringify(stringValue(token)) : token;
}

/** Nearly all strings have no escapes, and are what stands between their quotes. */
function stringValue(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}
