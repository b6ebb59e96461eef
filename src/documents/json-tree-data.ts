import { isJson } from './json-problems.ts';
import { JsonScanner } from './json-scan.ts';

/** The values of a JSON text in their order, as offsets: small, and cheap to hand over from a worker. */
export interface JsonTreeData {
  /** Eight numbers a value: see `field`. */
  nodes: Int32Array<ArrayBuffer>;
  count: number;
  /** There are more values than a tree is made of: the last ones are missing. */
  isCut: boolean;
}

/** More values than anyone can unfold; each takes 32 bytes. */
const mostNodes = 1_000_000;

/** Finds the values of a text without making any of them and without recursion; null when it is no JSON. */
export function readJsonTree(text: string, limit = mostNodes): JsonTreeData | null {
  if (!isJson(text)) return null;
  const scanner = new JsonScanner(text);
  const reader = new TreeReader(limit);
  while (scanner.next()) if (!reader.accept(scanner)) return reader.nodes.cut(text.length);
  return reader.nodes.whole();
}

/** No such value: the parent of the root, the key of an element, the children of a string. */
export const none = -1;

/** Where each number of a value stands. */
export const field = {
  /** Offset of its first character. */
  start: 0,
  /** Offset after its last character. */
  end: 1,
  /** Offset of its key's opening quote. */
  keyStart: 2,
  parent: 3,
  /** The value that follows it and all that is inside of it. */
  next: 4,
  /** How many values it holds directly. */
  children: 5,
  /** Its place among its siblings, from 0. */
  position: 6,
  depth: 7,
} as const;

export const fieldsPerNode = 8;

/** Tells keys from values, token by token. */
class TreeReader {
  readonly nodes = new NodeList();
  readonly #limit: number;
  /** Whether the containers around this place are objects, innermost last. */
  readonly #inObject: boolean[] = [];
  #keyStart = none;
  #keyComes = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False when there is no room for another value. */
  accept({ kind, start, end }: JsonScanner): boolean {
    const isOpening = kind === '{' || kind === '[';
    if (kind === '}' || kind === ']') {
      this.#inObject.pop();
      this.nodes.close(end);
    } else if (this.#keyComes && kind === 'string') this.#keyStart = start;
    else if (kind !== ',' && kind !== ':') {
      if (this.nodes.count >= this.#limit) return false;
      this.nodes.add({ start, end, keyStart: this.#keyStart, isContainer: isOpening });
      this.#keyStart = none;
      if (isOpening) this.#inObject.push(kind === '{');
    }
    this.#keyComes = (isOpening || kind === ',') && this.#inObject.at(-1) === true;
    return true;
  }
}

interface NewNode {
  start: number;
  end: number;
  keyStart: number;
  isContainer: boolean;
}

/** Numbers of all values in one array that grows. */
class NodeList {
  count = 0;
  #values = new Int32Array(1024 * fieldsPerNode);
  /** The innermost container that is still open. */
  #open = none;

  add({ start, end, keyStart, isContainer }: NewNode): void {
    const node = this.count;
    const parent = this.#open;
    if (node * fieldsPerNode === this.#values.length) this.#grow();
    const depth = parent === none ? 0 : this.#get(parent, field.depth) + 1;
    const position = parent === none ? 0 : this.#get(parent, field.children);
    if (parent !== none) this.#set(parent, field.children, position + 1);
    const children = isContainer ? 0 : none;
    this.#values.set(
      [start, end, keyStart, parent, node + 1, children, position, depth],
      node * fieldsPerNode,
    );
    this.count += 1;
    if (isContainer) this.#open = node;
  }

  /** Ends the innermost container. */
  close(end: number): void {
    const node = this.#open;
    if (node === none) return;
    this.#set(node, field.end, end);
    this.#set(node, field.next, this.count);
    this.#open = this.#get(node, field.parent);
  }

  whole(): JsonTreeData {
    return { nodes: this.#values.slice(0, this.count * fieldsPerNode), count: this.count, isCut: false };
  }

  cut(end: number): JsonTreeData {
    while (this.#open !== none) this.close(end);
    return { ...this.whole(), isCut: true };
  }

  #get(node: number, which: number): number {
    return this.#values[node * fieldsPerNode + which] ?? none;
  }

  #set(node: number, which: number, value: number): void {
    this.#values[node * fieldsPerNode + which] = value;
  }

  #grow(): void {
    const larger = new Int32Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}
