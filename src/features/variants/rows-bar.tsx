import { ClipboardPaste, ListOrdered, Plus, TextCursorInput, Trash2 } from 'lucide-react';
import { offsetAt, pathAt } from '../../documents/variants/path-at.ts';
import { addColumn, removeRows } from '../../documents/variants/table-edits.ts';
import { payloadText } from '../../documents/payload.ts';
import type { Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import { rowWords } from './paste-rows.tsx';
import type { VariantsEditing } from './use-variants.ts';

export type RowsPanel = 'paste' | 'range';

export interface RowsBarProps extends VariantsEditing {
  draft: Draft;
  selected: ReadonlySet<number>;
  onSelect: (rows: ReadonlySet<number>) => void;
  onPanel: (panel: RowsPanel) => void;
}

/** What makes columns and rows. */
export function RowsBar({ draft, table, change, changeAloud, selected, onSelect, onPanel }: RowsBarProps) {
  const fromCaret = (): void => {
    const text = payloadText(draft.payload);
    const path = pathAt(text, offsetAt(text, draft.caret ?? { line: 1, column: 1 }));
    if (path === null) showToast({ title: 'The caret of the payload stands on no value', tone: 'warn' });
    else change((now) => addColumn(now, path));
  };
  return (
    <div className="variants-bar" role="toolbar" aria-label="Columns and rows">
      <Button
        size="small"
        icon={<Plus aria-hidden="true" />}
        onClick={() => change((now) => addColumn(now, ''))}
      >
        Add column
      </Button>
      <Button size="small" icon={<TextCursorInput aria-hidden="true" />} onClick={fromCaret}>
        Column from caret
      </Button>
      <Button size="small" icon={<ClipboardPaste aria-hidden="true" />} onClick={() => onPanel('paste')}>
        Paste rows
      </Button>
      <Button
        size="small"
        icon={<ListOrdered aria-hidden="true" />}
        onClick={() => onPanel('range')}
        {...(table.columns.length === 0 ? { disabledReason: 'Add a column first.' } : {})}
      >
        Fill a column
      </Button>
      <Button
        size="small"
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => {
          changeAloud(`${rowWords(selected.size)} deleted`, (now) => removeRows(now, selected));
          onSelect(new Set());
        }}
        {...(selected.size === 0 ? { disabledReason: 'Select rows first.' } : {})}
      >
        Delete rows
      </Button>
    </div>
  );
}
