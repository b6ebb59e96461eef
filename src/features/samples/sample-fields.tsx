import type { KeyboardEvent } from 'react';
import type { Field, FieldTexts } from '../../documents/events/fields.ts';
import { textOf } from '../../documents/events/sample-event.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface SampleFieldsProps {
  fields: Readonly<Record<string, Field>>;
  texts: FieldTexts;
  /** What to mend, by the name of the field. */
  problems: ReadonlyMap<string, string>;
  onChange: (name: string, text: string) => void;
}

/** The form of an event; its fields come from the event itself. */
export function SampleFields({ fields, texts, problems, onChange }: SampleFieldsProps) {
  return Object.entries(fields).map(([name, field]) => (
    <SampleField
      key={name}
      field={field}
      value={textOf(name, field, texts)}
      problem={problems.get(name)}
      onChange={(text) => onChange(name, text)}
    />
  ));
}

interface SampleFieldProps {
  field: Field;
  value: string;
  problem: string | undefined;
  onChange: (text: string) => void;
}

function SampleField({ field, value, problem, onChange }: SampleFieldProps) {
  const common = { label: field.label, value, onChange, error: problem, mono: true };
  if (field.kind === 'choice') {
    return <Select {...common} options={field.options.map((option) => ({ value: option, label: option }))} />;
  }
  if (field.kind === 'whole') return <TextField {...common} inputMode="numeric" />;
  if (field.kind === 'text') return <TextField {...common} hint={field.hint} />;
  return (
    <TextArea {...common} className="sample-form-wide" hint={field.hint} rows={2} onKeyDown={submitByKey} />
  );
}

/** Enter is a new line there. */
function submitByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
