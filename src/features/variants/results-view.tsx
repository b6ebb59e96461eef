import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { parseJsonPath } from '../../documents/json-path.ts';
import { resultsCsv, resultsJson } from '../../documents/variants/results-export.ts';
import type { VariantResult } from '../../documents/variants/variant-result.ts';
import type { VariantResults } from '../../state/variant-runs.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { outcomeName, resultColumns } from './result-columns.ts';
import type { OnExpect } from './result-row.tsx';
import { ResultsTable } from './results-table.tsx';
import { outcomeCounts, sortResults, type ResultSort } from './sort-results.ts';

export interface ResultsViewProps {
  results: VariantResults;
  /** Paths into the response that have a column. */
  fields: readonly string[];
  onFields: (fields: readonly string[]) => void;
  onOpen: (result: VariantResult) => void;
  onExpect: OnExpect;
  save: (text: string, fileName: string) => void;
}

/** What came of the rows, sorted and filtered as the person wants it. */
export function ResultsView(props: ResultsViewProps) {
  const { results, fields, onFields, onOpen, onExpect, save } = props;
  const [sort, setSort] = useState<ResultSort>({ column: 'row', descending: false });
  const [outcome, setOutcome] = useState('');
  const columns = useMemo(() => resultColumns(results.columns, fields), [results.columns, fields]);
  const shown = useMemo(
    () =>
      sortResults(results.results, { column: columns.find(({ id }) => id === sort.column), sort, outcome }),
    [results.results, columns, sort, outcome],
  );
  const exported = { columns: results.columns, fields, results: shown };
  return (
    <>
      <div className="variants-bar" role="toolbar" aria-label="Results">
        <OutcomeFilter results={results.results} outcome={outcome} onChange={setOutcome} />
        <FieldAdder fields={fields} onAdd={(path) => onFields([...fields, path])} />
        <div className="variants-bar-end">
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            onClick={() => save(resultsCsv(exported), 'variants.csv')}
          >
            CSV
          </Button>
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            onClick={() => save(resultsJson(exported), 'variants.json')}
          >
            JSON
          </Button>
        </div>
      </div>
      {results.isPrivate && (
        <p className="field-hint">
          These runs are private: they are in no history and can be opened only as long as these results are
          here.
        </p>
      )}
      <ResultsTable
        {...{ columns, sort, onOpen, onExpect }}
        results={shown}
        onSort={setSort}
        onRemoveField={(path) => onFields(fields.filter((one) => one !== path))}
      />
    </>
  );
}

interface OutcomeFilterProps {
  results: readonly VariantResult[];
  outcome: string;
  onChange: (outcome: string) => void;
}

function OutcomeFilter({ results, outcome, onChange }: OutcomeFilterProps) {
  const counts = outcomeCounts(results);
  const options = [...counts].map(([value, count]) => ({
    value,
    label: `${outcomeName(value)} (${count.toLocaleString('en')})`,
  }));
  // The chosen one stays to be chosen, also where a new series has none of it yet.
  if (outcome !== '' && !counts.has(outcome)) options.push({ value: outcome, label: outcomeName(outcome) });
  const all = { value: '', label: `All outcomes (${results.length.toLocaleString('en')})` };
  return (
    <Select
      label="Outcome"
      hideLabel
      size="small"
      value={outcome}
      options={[all, ...options]}
      onChange={onChange}
    />
  );
}

function FieldAdder({ fields, onAdd }: { fields: readonly string[]; onAdd: (path: string) => void }) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = parseJsonPath(text.trim());
  const fault = parsed.ok
    ? fields.includes(text.trim())
      ? 'It has a column already.'
      : null
    : parsed.message;
  const add = (): void => {
    setTried(true);
    if (fault !== null || text.trim() === '') return;
    onAdd(text.trim());
    setText('');
    setTried(false);
  };
  return (
    <>
      <TextField
        label="Field of the response, by its JSON path"
        hideLabel
        className="variants-field-path"
        mono
        size="small"
        placeholder="Response path, such as $.total"
        value={text}
        error={tried ? (fault ?? undefined) : undefined}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button size="small" onClick={add}>
        Add column
      </Button>
    </>
  );
}
