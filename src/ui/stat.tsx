import type { ReactNode } from 'react';
import './stat.css';

export interface StatProps {
  label: string;
  value: ReactNode;
  unit?: string | undefined;
  title?: string | undefined;
  /** Becomes `data-field`, by which scripts find the value. */
  field?: string | undefined;
  /** Becomes `data-value`: the number without its unit. */
  rawValue?: string | number | undefined;
}

/** One number with its name; in a row their figures stand in line. */
export function Stat({ label, value, unit, title, field, rawValue }: StatProps) {
  return (
    <div className="stat" title={title}>
      <span className="stat-label">{label}</span>
      <span className="stat-value" data-field={field} data-value={rawValue}>
        {value}
        {unit !== undefined && <span className="stat-unit"> {unit}</span>}
      </span>
    </div>
  );
}
