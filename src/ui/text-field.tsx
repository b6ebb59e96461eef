import type { ComponentProps, ReactNode, Ref } from 'react';
import './text-field.css';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import type { FieldLabelling } from './field.tsx';

type Passed =
  | 'placeholder'
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'maxLength'
  | 'name'
  | 'onBlur'
  | 'onKeyDown'
  | 'readOnly'
  | 'required';

export interface TextFieldProps extends FieldLabelling, Pick<ComponentProps<'input'>, Passed> {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'search' | 'password' | 'url' | 'number' | undefined;
  /** For anything that goes over the wire. */
  mono?: boolean | undefined;
  size?: 'small' | 'normal';
  icon?: ReactNode;
  /** Stands after the text: a unit, a count, a small button. */
  trailing?: ReactNode;
  inputRef?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
}

export function TextField({
  label,
  hideLabel,
  hint,
  warning,
  error,
  onChange,
  mono,
  size = 'normal',
  icon,
  trailing,
  inputRef,
  className,
  ...native
}: TextFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} {...{ hint, warning, error }} className={className}>
      {(control) => (
        <div className="field-box" data-size={size}>
          {icon}
          <input
            type="text"
            spellCheck={false}
            autoComplete="off"
            {...native}
            {...control}
            ref={inputRef}
            className={classNames('field-input', mono && 'mono')}
            onChange={(event) => onChange(event.target.value)}
          />
          {trailing}
        </div>
      )}
    </Field>
  );
}
