import { ChevronRight } from 'lucide-react';
import type { JsonTree, JsonValueKind } from '../../../documents/json-tree.ts';
import { none } from '../../../documents/json-tree-data.ts';
import { VisibleText } from '../../../ui/visible-text.tsx';
import { canOpen } from './tree-rows.ts';

export interface TreeRowProps {
  tree: JsonTree;
  node: number;
  id: string;
  insetPx: number;
  isOpen: boolean;
  isSelected: boolean;
  onPress: (node: number) => void;
}

/** One value: its name or place, and itself in short. */
export function TreeRow({ tree, node, id, insetPx, isOpen, isSelected, onPress }: TreeRowProps) {
  const parent = tree.parent(node);
  const isFoldable = canOpen(tree, node);
  const depth = tree.depth(node);
  return (
    // The keys are the tree's: it has the focus, its rows never do.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className="json-tree-row"
      aria-level={depth + 1}
      aria-setsize={parent === none ? 1 : tree.childCount(parent)}
      aria-posinset={tree.position(node) + 1}
      aria-expanded={isFoldable ? isOpen : undefined}
      aria-selected={isSelected}
      style={{ insetBlockStart: insetPx, paddingInlineStart: 8 + Math.min(depth, deepestIndent) * 14 }}
      onClick={() => document.getSelection()?.isCollapsed !== false && onPress(node)}
    >
      {isFoldable ? (
        <ChevronRight className="json-tree-chevron" data-open={isOpen} size={14} aria-hidden="true" />
      ) : (
        <span className="json-tree-chevron" />
      )}
      {depth > deepestIndent && <span className="json-tree-depth">{depth}</span>}
      <Name tree={tree} node={node} />
      <Value tree={tree} node={node} isOpen={isOpen} />
    </div>
  );
}

/** Further in, rows would leave the pane: their depth is written instead. */
const deepestIndent = 24;

function Name({ tree, node }: { tree: JsonTree; node: number }) {
  const key = tree.key(node);
  if (key === null && tree.parent(node) === none) return null;
  return (
    <>
      {key === null ? (
        <span className="json-tree-index">{tree.position(node)}</span>
      ) : (
        <span className="json-tree-key">
          <VisibleText text={key.length > longestText ? `${key.slice(0, longestText)}…` : key} />
        </span>
      )}
      <span className="json-tree-colon">:</span>
    </>
  );
}

/** Characters of a value in its row; the whole is for copying, or for the raw view. */
const longestText = 300;

const tokenKinds: Readonly<Record<JsonValueKind, string>> = {
  object: 'punctuation',
  array: 'punctuation',
  string: 'string',
  number: 'number',
  keyword: 'keyword',
};

function Value({ tree, node, isOpen }: { tree: JsonTree; node: number; isOpen: boolean }) {
  const kind = tree.kind(node);
  const count = tree.childCount(node);
  if (kind === 'object' || kind === 'array') {
    const [left, right] = kind === 'object' ? ['{', '}'] : ['[', ']'];
    return (
      <>
        <span className="json-tree-count">
          {left}
          {count === 0 ? '' : count.toLocaleString('en-US')}
          {right}
        </span>
        {!isOpen && count > 0 && (
          <span className="json-tree-preview truncate">
            <VisibleText text={tree.preview(node, 120).replaceAll(/\s+/g, ' ')} />
          </span>
        )}
      </>
    );
  }
  const length = tree.end(node) - tree.start(node);
  return (
    <>
      <span className={`truncate text-view-token-${tokenKinds[kind]}`}>
        <VisibleText text={tree.preview(node, longestText)} />
        {length > longestText && '…'}
      </span>
      {length > longestText && (
        <span className="json-tree-length">{length.toLocaleString('en-US')} characters</span>
      )}
    </>
  );
}
