import type { JsonTree } from '../../../documents/json-tree.ts';
import { none } from '../../../documents/json-tree-data.ts';
import { canOpen, rowOf, withOpen, type OpenNodes } from './tree-rows.ts';

export interface TreePosition {
  tree: JsonTree;
  rows: Int32Array;
  open: OpenNodes;
  selected: number;
  /** Rows that a page key goes. */
  pageRows: number;
}

export type TreeMove = { selected: number } | { open: OpenNodes };

/** What a key does in a tree; null for one that is not its own. Source: ARIA Authoring Practices, tree view. */
export function treeMove(key: string, position: TreePosition): TreeMove | null {
  const { tree, rows, open, selected, pageRows } = position;
  const row = rowOf(rows, selected);
  const isOpen = canOpen(tree, selected) && open[selected] === 1;
  const toRow = (to: number): TreeMove => ({
    selected: rows[Math.min(rows.length - 1, Math.max(0, to))] ?? 0,
  });
  const moves: Record<string, () => TreeMove> = {
    ArrowDown: () => toRow(row + 1),
    ArrowUp: () => toRow(row - 1),
    PageDown: () => toRow(row + pageRows),
    PageUp: () => toRow(row - pageRows),
    Home: () => toRow(0),
    End: () => toRow(rows.length - 1),
    ArrowRight: () => {
      if (isOpen) return toRow(row + 1);
      return canOpen(tree, selected) ? { open: withOpen(open, selected, true) } : { selected };
    },
    ArrowLeft: () => (isOpen ? { open: withOpen(open, selected, false) } : toParent(position)),
    Enter: () => (canOpen(tree, selected) ? { open: withOpen(open, selected, !isOpen) } : { selected }),
    ' ': () => (canOpen(tree, selected) ? { open: withOpen(open, selected, !isOpen) } : { selected }),
    '*': () => ({ open: withSiblingsOpen(position) }),
  };
  if (Object.hasOwn(moves, key)) return moves[key]?.() ?? null;
  return key.length === 1 ? toLetter(key, position) : null;
}

function toParent({ tree, selected }: TreePosition): TreeMove {
  const parent = tree.parent(selected);
  return { selected: parent === none ? selected : parent };
}

/** Everything beside the selected value is unfolded. */
function withSiblingsOpen({ tree, open, selected }: TreePosition): OpenNodes {
  const parent = tree.parent(selected);
  const next = open.slice();
  if (parent === none) next[selected] = 1;
  else for (let node = parent + 1; node < tree.next(parent); node = tree.next(node)) next[node] = 1;
  return next;
}

/** To the next visible member whose name begins so. */
function toLetter(letter: string, { tree, rows, selected }: TreePosition): TreeMove | null {
  const row = rowOf(rows, selected);
  const reach = Math.min(rows.length, 10_000);
  for (let step = 1; step <= reach; step += 1) {
    const node = rows[(row + step) % rows.length] ?? 0;
    if (tree.key(node)?.toLowerCase().startsWith(letter.toLowerCase())) return { selected: node };
  }
  return null;
}
