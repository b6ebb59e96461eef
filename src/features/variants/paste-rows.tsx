import { useEffect, useRef, useState } from 'react';
import { readRows } from '../../documents/variants/read-rows.ts';
import { addRows, replaceRows } from '../../documents/variants/table-edits.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { VariantsEditing } from './use-variants.ts';

export interface PasteRowsProps extends VariantsEditing {
  onDone: () => void;
}

/** Rows from a text: CSV whose first line names the paths, JSON lines, or a JSON array of objects. */
export function PasteRows({ table, change, changeAloud, onDone }: PasteRowsProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const read = readRows(text);
  const take = (replace: boolean): void => {
    setTried(true);
    if (!read.ok) return;
    if (!replace) change((now) => addRows(now, read));
    else
      changeAloud(`${rowWords(read.rows.length)} in the place of the others`, (now) =>
        replaceRows(now, read),
      );
    onDone();
  };
  return (
    <div className="variants-panel" role="group" aria-label="Paste rows">
      <TextArea
        label="CSV with paths in its first line, or JSON lines"
        mono
        textAreaRef={box}
        rows={5}
        placeholder={'$.order.id,$.count\nord_1,1\nord_2,2.50'}
        value={text}
        error={tried && !read.ok ? read.message : undefined}
        hint={read.ok ? `${read.format}: ${rowWords(read.rows.length)}, ${read.paths.join(', ')}` : undefined}
        onChange={(next) => {
          setText(next);
          setTried(false);
        }}
      />
      <div className="variants-panel-buttons">
        <Button onClick={onDone}>Cancel</Button>
        {table.rows.length > 0 && <Button onClick={() => take(true)}>Replace all rows</Button>}
        <Button variant="primary" onClick={() => take(false)}>
          Add rows
        </Button>
      </div>
    </div>
  );
}

export function rowWords(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
