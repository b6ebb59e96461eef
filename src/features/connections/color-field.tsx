import { useId } from 'react';
import type { Connection } from '../../state/types.ts';
import './color-field.css';

export interface ColorFieldProps {
  value: Connection['color'];
  onChange: (color: Connection['color']) => void;
}

/** The colour that runs along the top edge; each has its name for those who don't see it. */
export function ColorField({ value, onChange }: ColorFieldProps) {
  const name = useId();
  return (
    <fieldset className="color-field">
      <legend className="field-label">Colour</legend>
      {colors.map((color) => (
        <label key={color} className="color-field-choice" data-hue={color} title={color}>
          <input
            type="radio"
            name={name}
            className="color-field-radio"
            aria-label={color}
            checked={color === value}
            onChange={() => onChange(color)}
          />
        </label>
      ))}
    </fieldset>
  );
}

const colors = ['blue', 'green', 'teal', 'orange', 'violet', 'pink'] as const;
