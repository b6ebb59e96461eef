import { Checkbox } from '../../ui/checkbox.tsx';
import type { FieldsProps } from './connection-form.tsx';
import { ColorField } from './color-field.tsx';

/** How it is told apart from others, and what holds a hand back. */
export function LookFields({ values, onChange }: FieldsProps) {
  return (
    <>
      <ColorField value={values.color} onChange={(color) => onChange({ color })} />
      <fieldset className="connection-form-guards">
        <legend className="field-label">Guards</legend>
        <Checkbox
          label="Production"
          hint="Asks for the function’s name, or a hold, before the first run and after each change."
          checked={values.production}
          onChange={(production) => onChange({ production })}
        />
        <Checkbox
          label="Read only"
          hint="Allows DryRun and reads, nothing else."
          checked={values.readOnly}
          onChange={(readOnly) => onChange({ readOnly })}
        />
      </fieldset>
    </>
  );
}
