import { Trash2 } from 'lucide-react';
import { expectationProblem } from '../../documents/expectations/expectation-problem.ts';
import { expectedOutcomes } from '../../documents/expectations/expectation-types.ts';
import {
  expectationKinds,
  expectationWords,
  outcomeLabels,
} from '../../documents/expectations/expectation-words.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fromRow, ofKind, type ExpectationRow } from './expectation-row.ts';
import { valueAt } from './last-response.ts';

export interface RowEditorProps {
  row: ExpectationRow;
  number: number;
  /** Problems are told at their fields; before the first try only those of what was typed. */
  tried: boolean;
  /** The response of the last run as text; null when there is none. */
  response: string | null;
  onChange: (row: ExpectationRow) => void;
  onRemove: () => void;
}

/** One expectation: its kind, where it looks, and what it wants to see. */
export function RowEditor({ row, number, tried, onChange, onRemove, response }: RowEditorProps) {
  const problem = expectationProblem(fromRow(row));
  const hasPath = row.kind.startsWith('json');
  const errorOf = (member: 'path' | 'value', text: string): string | undefined =>
    problem?.member === member && (tried || text !== '') ? problem.message : undefined;
  if (row.kind === 'not-understood') {
    return (
      <li className="expectation-row" aria-label={`Expectation ${number}`}>
        <p className="expectation-row-foreign">
          <bdi>{expectationWords(fromRow(row))}</bdi>
          <span className="dim"> A later version wrote it. It is kept and not checked.</span>
        </p>
        <RemoveButton number={number} onRemove={onRemove} />
      </li>
    );
  }
  return (
    <li className="expectation-row" aria-label={`Expectation ${number}`}>
      <Select
        className="expectation-row-kind"
        label="Kind"
        value={row.kind}
        options={expectationKinds.map(({ kind, label }) => ({ value: kind, label }))}
        onChange={(kind) => onChange(ofKind(row, kind))}
      />
      {hasPath && (
        <TextField
          className="expectation-row-path"
          label="Path"
          mono
          value={row.path}
          placeholder="$.order.items[0].id"
          error={errorOf('path', row.path)}
          onChange={(path) => onChange({ ...row, path })}
        />
      )}
      <ValueField row={row} error={errorOf('value', row.value)} onChange={onChange} />
      {row.kind === 'json-equals' && response !== null && (
        <TakeButton row={row} response={response} onChange={onChange} />
      )}
      <RemoveButton number={number} onRemove={onRemove} />
    </li>
  );
}

interface ValueFieldProps {
  row: ExpectationRow;
  error: string | undefined;
  onChange: (row: ExpectationRow) => void;
}

function ValueField({ row, error, onChange }: ValueFieldProps) {
  const words = valueWords[row.kind];
  const change = (value: string): void => onChange({ ...row, value });
  if (row.kind === 'outcome') {
    return (
      <Select
        className="expectation-row-value"
        label="Outcome"
        value={expectedOutcomes.find((one) => one === row.value) ?? 'success'}
        options={expectedOutcomes.map((value) => ({ value, label: outcomeLabels[value] }))}
        onChange={change}
      />
    );
  }
  if (words === undefined) return null;
  const { label, hint, isNumber } = words;
  return (
    <TextField
      className="expectation-row-value"
      mono
      label={label}
      hint={hint}
      inputMode={isNumber ? 'decimal' : undefined}
      value={row.value}
      error={error}
      onChange={change}
    />
  );
}

const valueWords: Partial<
  Record<ExpectationRow['kind'], { label: string; hint?: string; isNumber?: boolean }>
> = {
  status: { label: 'Status code', isNumber: true },
  'json-equals': { label: 'Value as JSON' },
  'json-matches': { label: 'Regular expression', hint: 'Found anywhere unless it has ^ and $.' },
  duration: { label: 'Milliseconds', isNumber: true },
  'log-contains': { label: 'Text' },
  'log-lacks': { label: 'Text' },
};

function TakeButton({
  row,
  response,
  onChange,
}: Pick<RowEditorProps, 'row' | 'onChange'> & { response: string }) {
  const value = valueAt(response, row.path);
  return (
    <div className="expectation-row-take">
      <Button
        size="small"
        disabledReason={value === null ? 'The last response has nothing there.' : undefined}
        onClick={() => value !== null && onChange({ ...row, value })}
      >
        Take from the last response
      </Button>
    </div>
  );
}

function RemoveButton({ number, onRemove }: { number: number; onRemove: () => void }) {
  return (
    <IconButton
      className="expectation-row-remove"
      label={`Remove expectation ${number}`}
      icon={<Trash2 aria-hidden="true" />}
      onClick={onRemove}
    />
  );
}
