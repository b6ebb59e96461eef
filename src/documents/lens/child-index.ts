import { none } from '../json-tree-data.ts';
import type { JsonTree } from '../json-tree.ts';

/** Finds values of a tree by key or index; the members of a container are gone through once, when first asked for. */
export class ChildIndex {
  readonly tree: JsonTree;
  readonly #children = new Map<number, ReadonlyMap<string | number, number>>();

  constructor(tree: JsonTree) {
    this.tree = tree;
  }

  /** Of a key that occurs twice the last one, as JSON.parse takes it; undefined when there is none. */
  child(parent: number, step: string | number): number | undefined {
    let children = this.#children.get(parent);
    if (children === undefined) {
      children = this.#read(parent);
      this.#children.set(parent, children);
    }
    return children.get(step);
  }

  at(path: readonly (string | number)[]): number | undefined {
    let node: number | undefined = 0;
    for (const step of path) {
      node = this.child(node, step);
      if (node === undefined) return undefined;
    }
    return node;
  }

  /** null for a value that no program sees, because a later one of the same name takes its place. */
  pathOf(node: number): (string | number)[] | null {
    const steps: (string | number)[] = [];
    for (let at = node; this.tree.parent(at) !== none; at = this.tree.parent(at)) {
      const step = this.tree.key(at) ?? this.tree.position(at);
      if (this.child(this.tree.parent(at), step) !== at) return null;
      steps.push(step);
    }
    return steps.toReversed();
  }

  #read(parent: number): ReadonlyMap<string | number, number> {
    const children = new Map<string | number, number>();
    const end = this.tree.next(parent);
    for (let node = parent + 1; node < end; node = this.tree.next(node)) {
      children.set(this.tree.key(node) ?? this.tree.position(node), node);
    }
    return children;
  }
}
