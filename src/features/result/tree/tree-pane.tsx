import { useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { JsonTree } from '../../../documents/json-tree.ts';
import { rowWindow } from '../../../ui/row-window.ts';
import { showToast } from '../../../ui/toast.ts';
import { useScrollBox } from '../../../ui/use-scroll-box.ts';
import type { TreeHandle } from '../result-handle.ts';
import { isTooLong, tooLong, TreeBar } from './tree-bar.tsx';
import { treeMove } from './tree-keys.ts';
import { allOpen, canOpen, initiallyOpen, onlyRootOpen, rowOf, visibleNodes, withOpen } from './tree-rows.ts';
import { TreeRow } from './tree-row.tsx';

export interface TreePaneProps {
  tree: JsonTree;
  /** Makes an expectation of a value. */
  onExpect?: ((path: string, source: string) => void) | undefined;
  handleRef?: Ref<TreeHandle> | undefined;
}

/** The tree and its bar. Only the rows in sight are in the document; the focus stays on the tree as a whole. */
export function TreePane({ tree, onExpect, handleRef }: TreePaneProps) {
  const boxRef = useRef<HTMLDivElement>(null);
  const box = useScrollBox(boxRef);
  const baseId = useId();
  const [open, setOpen] = useState(() => initiallyOpen(tree));
  const [selected, setSelected] = useState(0);
  // A memo by measurement: a million rows take 5 ms to go through.
  const rows = useMemo(() => visibleNodes(tree, open), [tree, open]);
  const count = Math.min(rows.length, mostRows);
  const selectedRow = rowOf(rows, selected);
  const shown = rowWindow({ ...box, rowHeight, count, pinned: [selectedRow] });

  function choose(node: number) {
    setSelected(node);
    const element = boxRef.current;
    const top = rowOf(rows, node) * rowHeight;
    if (!element) return;
    if (top < element.scrollTop) element.scrollTop = top;
    const below = top + rowHeight - element.clientHeight;
    if (below > element.scrollTop) element.scrollTop = below;
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.shiftKey && event.key === 'Enter' && onExpect) {
      event.preventDefault();
      expectSelected();
      return;
    }
    const pageRows = Math.max(1, Math.floor(box.height / rowHeight) - 1);
    const move = treeMove(event.key, { tree, rows, open, selected, pageRows });
    if (move === null) return;
    event.preventDefault();
    if ('open' in move) setOpen(move.open);
    else choose(move.selected);
  }

  function expectSelected() {
    if (isTooLong(tree, selected)) showToast({ title: tooLong, tone: 'warn' });
    else onExpect?.(tree.path(selected), tree.source(selected));
  }

  function collapseAll() {
    setOpen(onlyRootOpen(tree));
    choose(0);
  }

  const expandAll = () => setOpen(allOpen(tree));
  useImperativeHandle(handleRef, () => ({ expandAll, collapseAll, expectSelected }));

  function handlePress(node: number) {
    setSelected(node);
    if (canOpen(tree, node)) setOpen(withOpen(open, node, open[node] !== 1));
  }

  return (
    <div className="json-tree" data-path={tree.path(selected)}>
      <div
        ref={boxRef}
        className="json-tree-box mono"
        role="tree"
        aria-label="Response tree"
        aria-activedescendant={`${baseId}-${selected}`}
        tabIndex={0}
        onKeyDown={handleKeyDown}
      >
        <div className="json-tree-rows" role="none" style={{ blockSize: count * rowHeight }}>
          {shown.map((row) => {
            const node = rows[row] ?? 0;
            return (
              <TreeRow
                key={node}
                {...{ tree, node }}
                id={`${baseId}-${node}`}
                insetPx={row * rowHeight}
                isOpen={open[node] === 1}
                isSelected={node === selected}
                onPress={handlePress}
              />
            );
          })}
        </div>
      </div>
      <TreeBar
        {...{ tree, selected }}
        onExpect={onExpect && expectSelected}
        hasMore={tree.isCut || rows.length > mostRows}
        onExpandAll={expandAll}
        onCollapseAll={collapseAll}
      />
    </div>
  );
}

/** In CSS pixels; also in json-tree.css. */
const rowHeight = 22;
/** Browsers can't make a box higher than some 33 million pixels, Firefox 17. */
const mostRows = 770_000;
