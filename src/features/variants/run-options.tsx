import { useState } from 'react';
import { maxRows, type VariantsTable } from '../../documents/variants/variants-table.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { VariantsEditing } from './use-variants.ts';

/** How the rows are run. */
export function RunOptions({ table, change }: Pick<VariantsEditing, 'table' | 'change'>) {
  const set = (patch: Partial<VariantsTable>): void => change((now) => ({ ...now, ...patch }));
  return (
    <div className="variants-options" role="group" aria-label="How the rows are run">
      <Select
        label="At once"
        value={String(table.concurrency)}
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
        onChange={(value) => set({ concurrency: Number(value) })}
      />
      <Select
        label="Order"
        value={table.order}
        options={[
          { value: 'table', label: 'As in the table' },
          { value: 'shuffled', label: 'Shuffled' },
        ]}
        onChange={(order) => set({ order })}
      />
      <CapField cap={table.cap} onChange={(cap) => set({ cap })} />
      <Checkbox
        label="Stop on error"
        checked={table.stopOnError}
        onChange={(stopOnError) => set({ stopOnError })}
      />
    </div>
  );
}

function CapField({ cap, onChange }: { cap: number; onChange: (cap: number) => void }) {
  const [text, setText] = useState(String(cap));
  const isSound = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= maxRows;
  return (
    <TextField
      label="At most runs"
      className="variants-cap"
      inputMode="numeric"
      value={text}
      error={isSound ? undefined : `1 to ${maxRows.toLocaleString('en')}`}
      onChange={(next) => {
        setText(next);
        const number = Number(next);
        if (/^\d+$/.test(next) && number >= 1 && number <= maxRows) onChange(number);
      }}
    />
  );
}
