import type { Ref } from 'react';
import { JsonTree } from '../../../documents/json-tree.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { withoutMark, type ResponseBody } from '../response/response-body.ts';
import type { TreeHandle } from '../result-handle.ts';
import { useBodyJob } from '../response/use-body-job.ts';
import { TreePane, type TreePaneProps } from './tree-pane.tsx';
import './json-tree.css';

export interface JsonTreeViewProps {
  bytes: Uint8Array;
  body: ResponseBody;
  onExpect?: TreePaneProps['onExpect'];
  handleRef?: Ref<TreeHandle> | undefined;
}

/** JSON as a tree to unfold. Large bodies are read apart from the page. */
export function JsonTreeView({ bytes, body, onExpect, handleRef }: JsonTreeViewProps) {
  const data = useBodyJob('tree', bytes);
  if (data === undefined) return <EmptyState title="Reading the values …" />;
  if (data === null) {
    return (
      <EmptyState title="No tree">The body is not JSON. Raw shows it as it came, Hex its bytes.</EmptyState>
    );
  }
  return <TreePane tree={new JsonTree(withoutMark(body.text), data)} {...{ onExpect, handleRef }} />;
}
