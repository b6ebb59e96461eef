import type { ReactNode } from 'react';

export interface DataFieldProps {
  /** The stable name of the fact. */
  name: string;
  /** Its raw value, numbers without their unit; nothing is rendered when it is not known. */
  value: string | number | undefined;
  className?: string;
  children?: ReactNode;
}

/** One fact of a result, with its raw value for scripts and tests. */
export function DataField({ name, value, className, children }: DataFieldProps) {
  if (value === undefined) return null;
  return (
    <span data-field={name} data-value={value} className={className}>
      {children ?? value}
    </span>
  );
}
