import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface IgnoredFieldsProps {
  names: readonly string[];
  onChange: (names: readonly string[]) => void;
}

/** The names of fields that differ between any two runs; kept in the settings. */
export function IgnoredFields({ names, onChange }: IgnoredFieldsProps) {
  const [text, setText] = useState(names.join(', '));
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && name.length <= 200);
    const distinct = [...new Set(wanted)].slice(0, 200);
    onChange(distinct);
    setText(distinct.join(', '));
  };
  return (
    <form className="compared-names" onSubmit={handleSubmit}>
      <TextField
        label="Ignored fields"
        hint="By name, divided by commas. In logs, requestId, timestamp and duration stand for the ids, times and measured numbers of plain lines too."
        value={text}
        onChange={setText}
        mono
      />
      <Button type="submit">Apply</Button>
    </form>
  );
}
