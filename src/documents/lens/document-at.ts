import { JsonTree } from '../json-tree.ts';
import { readJsonTree } from '../json-tree-data.ts';
import { positionOf } from '../text-position.ts';
import { ChildIndex } from './child-index.ts';
import { deepestAddress, inString } from './find-documents.ts';
import type { LensAddress, LensStep } from './lens-types.ts';
import { asShown, shownOffset } from './one-line.ts';
import { meaningOffset } from './string-token.ts';

export interface DocumentAt {
  address: LensAddress;
  /** The same place in the document as it is shown; null in base64, no character of which stands for one of it. */
  caret: { line: number; column: number } | null;
}

/** The innermost document around a place of a JSON text; null where there is none. */
export function documentAt(text: string, offset: number): DocumentAt | null {
  const address: LensStep[] = [];
  let [holder, at] = [text, offset];
  while (address.length < deepestAddress) {
    const around = stringAround(holder, at);
    if (around === null) break;
    address.push(around.step);
    if (around.offset === null) return { address, caret: null };
    [holder, at] = [around.text, around.offset];
  }
  if (address.length === 0) return null;
  const document = asShown(holder);
  const { line, column } = positionOf(document.shown, shownOffset(document, at));
  return { address, caret: { line, column } };
}

interface Around {
  step: LensStep;
  text: string;
  offset: number | null;
}

function stringAround(text: string, offset: number): Around | null {
  const data = text.includes('"') ? readJsonTree(text) : null;
  if (data === null) return null;
  const index = new ChildIndex(new JsonTree(text, data));
  const node = valueAt(index.tree, data.count, offset);
  const found = inString(index, node);
  const path = found && index.pathOf(node);
  if (!found || !path) return null;
  const { tree } = index;
  return {
    step: { path, base64: found.base64 },
    text: found.text,
    offset: found.base64 ? null : meaningOffset(tree.source(node), offset - tree.start(node)),
  };
}

/** The last value that begins at or before a place: the innermost one there, or the one it stands after. */
function valueAt(tree: JsonTree, count: number, offset: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tree.start(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return offset <= tree.end(low) ? low : -1;
}
