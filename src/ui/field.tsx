import { useId } from 'react';
import type { ReactNode } from 'react';
import './field.css';
import { classNames } from './class-names.ts';

export interface FieldLabelling {
  /** The accessible name of the control. */
  label: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** Something to know before going on; stands instead of the hint. */
  warning?: ReactNode;
  error?: ReactNode;
}

/** What the control itself must carry to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldLabelling {
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** A control with its label above, and its error, its warning or its hint below. */
export function Field({ label, hideLabel, hint, warning, error, className, children }: FieldProps) {
  const id = useId();
  const message = error ?? warning ?? hint;
  const kind = error ? 'error' : warning ? 'warning' : 'hint';
  const control: ControlProps = {
    id,
    'aria-describedby': message ? `${id}-message` : undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children(control)}
      {message && (
        <div
          id={`${id}-message`}
          className={`field-${kind}`}
          aria-live={kind === 'hint' ? undefined : 'polite'}
        >
          {message}
        </div>
      )}
    </div>
  );
}
