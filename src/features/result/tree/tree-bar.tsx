import { ChevronsDownUp, ChevronsUpDown, ListChecks } from 'lucide-react';
import type { JsonTree } from '../../../documents/json-tree.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';

export interface TreeBarProps {
  tree: JsonTree;
  selected: number;
  /** There are values without a row. */
  hasMore: boolean;
  /** Makes an expectation of the selected value. */
  onExpect?: (() => void) | undefined;
  onExpandAll: () => void;
  onCollapseAll: () => void;
}

/** Where the selected value is, and what can be taken of it. */
export function TreeBar({ tree, selected, hasMore, onExpect, onExpandAll, onCollapseAll }: TreeBarProps) {
  const path = tree.path(selected);
  return (
    <div className="json-tree-bar">
      <span className="json-tree-path mono truncate" title={path.slice(0, 2_000)}>
        {/* The end of a path tells more than its beginning. */}
        <VisibleText text={path.length > 200 ? `…${path.slice(-200)}` : path} />
      </span>
      {hasMore && <span className="json-tree-more">The last values are in the raw view only</span>}
      <CopyButton label="Copy path" text={path} withText />
      <CopyButton label="Copy value" text={() => tree.source(selected)} withText />
      {onExpect && (
        <Button
          size="small"
          variant="ghost"
          icon={<ListChecks aria-hidden="true" />}
          title="Expect this value of each run (Shift+Enter in the tree)"
          aria-keyshortcuts="Shift+Enter"
          disabledReason={isTooLong(tree, selected) ? tooLong : undefined}
          onClick={onExpect}
        >
          Expect this value
        </Button>
      )}
      <IconButton
        label="Expand all"
        size="small"
        icon={<ChevronsUpDown aria-hidden="true" />}
        onClick={onExpandAll}
      />
      <IconButton
        label="Collapse all"
        size="small"
        icon={<ChevronsDownUp aria-hidden="true" />}
        onClick={onCollapseAll}
      />
    </div>
  );
}

export const tooLong = 'This value is too long to be expected.';

export function isTooLong(tree: JsonTree, node: number): boolean {
  return tree.end(node) - tree.start(node) > mostExpected;
}

/** Characters of a value that an expectation may hold (documents/expectations). */
const mostExpected = 100_000;
