import { useEffect, useRef, useState } from 'react';
import { listCells, rangeCells, type Range, type RangeCells } from '../../documents/variants/range-cells.ts';
import { fillColumn } from '../../documents/variants/table-edits.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { rowWords } from './paste-rows.tsx';
import type { VariantsEditing } from './use-variants.ts';

export interface FillRangeProps extends Pick<VariantsEditing, 'table' | 'changeAloud'> {
  onDone: () => void;
}

/** Values for one column: from a number to another one by steps, or a list. */
export function FillRange({ table, changeAloud, onDone }: FillRangeProps) {
  const [column, setColumn] = useState('0');
  const [kind, setKind] = useState<'range' | 'list'>('range');
  const [range, setRange] = useState<Range>({ from: '1', to: '10', step: '1' });
  const [list, setList] = useState('');
  const panel = useRef<HTMLFormElement>(null);
  useEffect(() => panel.current?.querySelector('select')?.focus(), []);
  const made: RangeCells = kind === 'range' ? rangeCells(range) : { ok: true, cells: listCells(list) };
  const fill = (): void => {
    if (!made.ok || made.cells.length === 0) return;
    changeAloud(`${rowWords(made.cells.length)} filled`, (now) =>
      fillColumn(now, Number(column), made.cells),
    );
    onDone();
  };
  return (
    <form
      ref={panel}
      className="variants-panel"
      aria-label="Fill a column"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        fill();
      }}
    >
      <div className="variants-panel-fields">
        <Select
          label="Column"
          mono
          value={column}
          options={table.columns.map(({ path }, index) => ({
            value: String(index),
            label: path || `Column ${index + 1}`,
          }))}
          onChange={setColumn}
        />
        <Segmented
          label="Values from"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'range', label: 'Range' },
            { value: 'list', label: 'List' },
          ]}
        />
        {kind === 'range' &&
          rangeFields.map(([field, label]) => (
            <TextField
              key={field}
              label={label}
              mono
              inputMode="decimal"
              value={range[field]}
              error={!made.ok && made.field === field ? made.message : undefined}
              onChange={(text) => setRange({ ...range, [field]: text })}
            />
          ))}
      </div>
      {kind === 'list' && (
        <TextArea label="A value a line, or separated by commas" mono value={list} onChange={setList} />
      )}
      <div className="variants-panel-buttons">
        <span className="dim">
          {made.ok
            ? `${rowWords(made.cells.length)}; where rows are added, other columns keep the payload’s values.`
            : ''}
        </span>
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="primary" type="submit">
          Fill
        </Button>
      </div>
    </form>
  );
}

const rangeFields = [
  ['from', 'From'],
  ['to', 'To'],
  ['step', 'Step'],
] as const;
