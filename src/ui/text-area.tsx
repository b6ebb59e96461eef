import type { ComponentProps, Ref } from 'react';
import './text-area.css';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import type { FieldLabelling } from './field.tsx';

type Passed = 'placeholder' | 'rows' | 'autoFocus' | 'autoComplete' | 'onPaste' | 'onKeyDown' | 'readOnly';

export interface TextAreaProps extends FieldLabelling, Pick<ComponentProps<'textarea'>, Passed> {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean | undefined;
  textAreaRef?: Ref<HTMLTextAreaElement> | undefined;
  className?: string | undefined;
}

/** A field of several lines; it grows with its text. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  onChange,
  mono,
  textAreaRef,
  className,
  ...native
}: TextAreaProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      {(control) => (
        <div className="field-box text-area">
          <textarea
            spellCheck={false}
            autoComplete="off"
            rows={3}
            {...native}
            {...control}
            ref={textAreaRef}
            className={classNames('field-input', mono && 'mono')}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
