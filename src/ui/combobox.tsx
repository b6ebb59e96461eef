import { ChevronsUpDown } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ReactNode, Ref } from 'react';
import './combobox.css';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import type { FieldLabelling } from './field.tsx';
import type { Suggestion } from './filter-suggestions.ts';
import { SuggestionPopup } from './suggestion-popup.tsx';
import { useSuggestions } from './use-suggestions.ts';

export type { Suggestion } from './filter-suggestions.ts';

export interface ComboboxProps extends FieldLabelling {
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly Suggestion[];
  /** Told besides `onChange` when a proposal was taken. */
  onPick?: ((suggestion: Suggestion) => void) | undefined;
  /** Enter while no proposal is highlighted. */
  onSubmit?: (() => void) | undefined;
  placeholder?: string | undefined;
  mono?: boolean | undefined;
  icon?: ReactNode;
  inputRef?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
}

/** A text box that proposes; what is typed always counts, whether it is in the list or not. */
export function Combobox({
  label,
  hideLabel,
  hint,
  warning,
  error,
  value,
  onChange,
  suggestions,
  onPick,
  onSubmit,
  placeholder,
  mono,
  icon,
  inputRef,
  className,
}: ComboboxProps) {
  const listId = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const list = useSuggestions({
    value,
    suggestions,
    onSubmit,
    onPick: (suggestion) => {
      onChange(suggestion.value);
      onPick?.(suggestion);
    },
  });
  return (
    <Field label={label} hideLabel={hideLabel} {...{ hint, warning, error }} className={className}>
      {(control) => (
        <div className="field-box combobox" ref={boxRef}>
          {icon}
          <input
            {...control}
            ref={inputRef}
            type="text"
            role="combobox"
            className={classNames('field-input', mono && 'mono')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={list.open}
            aria-controls={list.open ? listId : undefined}
            aria-activedescendant={list.open && list.active >= 0 ? `${listId}-${list.active}` : undefined}
            placeholder={placeholder}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
              list.handleType();
            }}
            onClick={list.show}
            onBlur={list.close}
            onKeyDown={list.handleKeyDown}
          />
          {suggestions.length > 0 && <ChevronsUpDown className="combobox-chevron" aria-hidden="true" />}
          {list.open && (
            <SuggestionPopup id={listId} label={label} list={list} anchor={() => boxRef.current} />
          )}
        </div>
      )}
    </Field>
  );
}
