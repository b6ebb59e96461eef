import { X } from 'lucide-react';
import { changeColumn, removeColumn } from '../../documents/variants/table-edits.ts';
import type { CellType, VariantColumn } from '../../documents/variants/variants-table.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ValuesGridProps } from './values-grid.tsx';

/** The paths of the columns, each with how its cells are read. */
export function GridHead({ table, change, changeAloud, selected, onSelect, faults, added }: ValuesGridProps) {
  const { columns, rows } = table;
  const isAll = rows.length > 0 && selected.size === rows.length;
  return (
    <div role="rowgroup" className="values-grid-head">
      <div role="row" aria-rowindex={1} className="values-grid-head-row">
        <div role="columnheader" className="values-grid-number">
          <input
            type="checkbox"
            aria-label="All rows"
            checked={isAll}
            onChange={() => onSelect(isAll ? new Set() : new Set(rows.keys()))}
          />
        </div>
        {columns.map((column, index) => (
          <HeadCell
            key={index}
            {...{ column, index }}
            fault={faults.get(index)}
            isAdded={added.has(index)}
            onChange={(patch) => change((now) => changeColumn(now, index, patch))}
            onRemove={() => changeAloud(`Column ${column.path} removed`, (now) => removeColumn(now, index))}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps {
  column: VariantColumn;
  index: number;
  fault: string | undefined;
  isAdded: boolean;
  onChange: (patch: Partial<VariantColumn>) => void;
  onRemove: () => void;
}

function HeadCell({ column, index, fault, isAdded, onChange, onRemove }: HeadCellProps) {
  const number = index + 1;
  return (
    <div role="columnheader" className="values-grid-column">
      <TextField
        label={`Path of column ${number}`}
        hideLabel
        mono
        size="small"
        placeholder="$.order.id"
        value={column.path}
        inputRef={focusWhenNew}
        error={fault}
        warning={isAdded ? 'Not in the payload: will be added.' : undefined}
        onChange={(path) => onChange({ path })}
      />
      <Select<CellType>
        label={`Type of column ${number}`}
        hideLabel
        size="small"
        value={column.type}
        options={typeOptions}
        onChange={(type) => onChange({ type })}
      />
      <IconButton
        size="small"
        label={`Remove column ${column.path || number}`}
        icon={<X aria-hidden="true" />}
        onClick={onRemove}
      />
    </div>
  );
}

const typeOptions: readonly { value: CellType; label: string }[] = [
  { value: 'auto', label: 'Auto' },
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'json', label: 'JSON' },
];

/** A new column is named first. */
function focusWhenNew(input: HTMLInputElement | null): void {
  if (input?.value === '') input.focus();
}
