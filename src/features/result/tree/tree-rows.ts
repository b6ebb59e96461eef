import type { JsonTree } from '../../../documents/json-tree.ts';

/** Which containers are unfolded: one byte a value. Never changed, always made anew. */
export type OpenNodes = Uint8Array;

/** As many levels as fit a screen or two, and one in any case. */
export function initiallyOpen(tree: JsonTree, mostRows = 100): OpenNodes {
  const rowsOfDepth: number[] = [];
  for (let node = 0; node < tree.count; node += 1) {
    const depth = tree.depth(node);
    rowsOfDepth[depth] = (rowsOfDepth[depth] ?? 0) + 1;
  }
  let depth = 1;
  let rows = 1 + (rowsOfDepth[1] ?? 0);
  while (depth < rowsOfDepth.length && rows + (rowsOfDepth[depth + 1] ?? 0) <= mostRows) {
    depth += 1;
    rows += rowsOfDepth[depth] ?? 0;
  }
  const open = new Uint8Array(tree.count);
  for (let node = 0; node < tree.count; node += 1) open[node] = tree.depth(node) < depth ? 1 : 0;
  return open;
}

export function allOpen(tree: JsonTree): OpenNodes {
  return new Uint8Array(tree.count).fill(1);
}

/** All folded but the root, which would leave nothing to look at. */
export function onlyRootOpen(tree: JsonTree): OpenNodes {
  const open = new Uint8Array(tree.count);
  open[0] = 1;
  return open;
}

export function withOpen(open: OpenNodes, node: number, isOpen: boolean): OpenNodes {
  const next = open.slice();
  next[node] = isOpen ? 1 : 0;
  return next;
}

export function canOpen(tree: JsonTree, node: number): boolean {
  return tree.childCount(node) > 0;
}

/** The values that have a row, in order; what is folded away is stepped over, not looked at. */
export function visibleNodes(tree: JsonTree, open: OpenNodes): Int32Array {
  const rows = new Int32Array(tree.count);
  let count = 0;
  for (let node = 0; node < tree.count; node = open[node] === 1 ? node + 1 : tree.next(node)) {
    rows[count] = node;
    count += 1;
  }
  return rows.slice(0, count);
}

/** The row of a value; of one that is folded away, the row before its place. */
export function rowOf(rows: Int32Array, node: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle] ?? 0) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
