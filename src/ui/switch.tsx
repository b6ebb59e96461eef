import { useId } from 'react';
import './switch.css';
import { Tooltip } from './tooltip.tsx';

export interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** One line of what it does, shown when pointed at or focused. */
  hint?: string | undefined;
  /** Why it can't be switched: it stays focusable and shows the reason. */
  disabledReason?: string | undefined;
}

export function Switch({ label, checked, onChange, hint, disabledReason }: SwitchProps) {
  const id = useId();
  const description = disabledReason ?? hint;
  const control = (
    <label className="switch" data-unavailable={disabledReason === undefined ? undefined : ''}>
      <input
        type="checkbox"
        role="switch"
        className="switch-track"
        checked={checked}
        aria-disabled={disabledReason === undefined ? undefined : true}
        aria-describedby={description === undefined ? undefined : id}
        onChange={(event) => disabledReason === undefined && onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
  if (description === undefined) return control;
  return (
    <>
      <Tooltip text={description}>{control}</Tooltip>
      <span id={id} hidden>
        {description}
      </span>
    </>
  );
}
