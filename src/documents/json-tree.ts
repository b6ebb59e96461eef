import { field, fieldsPerNode, none, type JsonTreeData } from './json-tree-data.ts';

export type JsonValueKind = 'object' | 'array' | 'string' | 'number' | 'keyword';

/** A JSON text as a tree of values, each known by its place in the text. The text is never changed or parsed. */
export class JsonTree {
  readonly text: string;
  readonly count: number;
  readonly isCut: boolean;
  readonly #nodes: Int32Array;

  constructor(text: string, data: JsonTreeData) {
    this.text = text;
    this.count = data.count;
    this.isCut = data.isCut;
    this.#nodes = data.nodes;
  }

  start(node: number): number {
    return this.#get(node, field.start);
  }

  end(node: number): number {
    return this.#get(node, field.end);
  }

  /** `none` for the root. */
  parent(node: number): number {
    return this.#get(node, field.parent);
  }

  /** The value after this one and all that is inside of it. */
  next(node: number): number {
    return this.#get(node, field.next);
  }

  /** How many values it holds directly; 0 for what is no container. */
  childCount(node: number): number {
    return Math.max(0, this.#get(node, field.children));
  }

  /** Its place among its siblings, from 0. */
  position(node: number): number {
    return this.#get(node, field.position);
  }

  /** 0 for the root. */
  depth(node: number): number {
    return this.#get(node, field.depth);
  }

  kind(node: number): JsonValueKind {
    const first = this.text[this.start(node)];
    if (first === '{') return 'object';
    if (first === '[') return 'array';
    if (first === '"') return 'string';
    return first === '-' || (first !== undefined && first >= '0' && first <= '9') ? 'number' : 'keyword';
  }

  /** The value as it is written. */
  source(node: number): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  /** The beginning of a value, for a row. */
  preview(node: number, characters: number): string {
    const start = this.start(node);
    return this.text.slice(start, Math.min(this.end(node), start + characters));
  }

  /** The member's name as decoded; null for an element and for the root. */
  key(node: number): string | null {
    const start = this.#get(node, field.keyStart);
    if (start === none) return null;
    const token = this.text.slice(start, this.start(node)).replace(/\s*:\s*$/, '');
    return String(JSON.parse(token));
  }

  /** The member's name as it is written, without quotes: quick, for the comparison with plain names. */
  rawKey(node: number): string | null {
    const start = this.#get(node, field.keyStart);
    return start === none ? null : this.text.slice(start + 1, this.text.indexOf('"', start + 1));
  }

  /** `$.orders[0]["odd key"]`: JSONPath, which is JavaScript too. */
  path(node: number): string {
    const steps: string[] = [];
    for (let at = node; this.parent(at) !== none; at = this.parent(at)) steps.push(this.#step(at));
    return `$${steps.toReversed().join('')}`;
  }

  #step(node: number): string {
    const key = this.key(node);
    if (key === null) return `[${this.position(node)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  }

  #get(node: number, which: number): number {
    return this.#nodes[node * fieldsPerNode + which] ?? none;
  }
}
