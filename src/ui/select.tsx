import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './select.css';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import type { FieldLabelling } from './field.tsx';
import { byGroup } from './group-by.ts';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  group?: string | undefined;
}

export interface SelectProps<Value extends string> extends FieldLabelling {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  mono?: boolean | undefined;
  size?: 'small' | 'normal';
  icon?: ReactNode;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** The browser's own select, which every keyboard, screen reader and phone knows. */
export function Select<Value extends string>({
  label,
  hideLabel,
  hint,
  error,
  value,
  onChange,
  options,
  mono,
  size,
  icon,
  disabled,
  className,
}: SelectProps<Value>) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      {(control) => (
        <div className="field-box select" data-size={size}>
          {icon}
          <select
            {...control}
            className={classNames('field-input', mono && 'mono')}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {byGroup(options).map(([group, members]) =>
              group === '' ? (
                members.map(toOption)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map(toOption)}
                </optgroup>
              ),
            )}
          </select>
          <ChevronDown aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}

function toOption({ value, label }: SelectOption<string>) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
