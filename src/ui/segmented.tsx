import { useId } from 'react';
import './segmented.css';
import { Tooltip } from './tooltip.tsx';

export interface SegmentedOption<Value extends string> {
  value: Value;
  label: string;
  /** One line of what it does, shown when pointed at or focused. */
  hint?: string | undefined;
  disabledReason?: string | undefined;
}

export interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly SegmentedOption<Value>[];
  size?: 'small' | 'normal';
}

/** One choice of a few, all of them in sight: radio buttons in one box. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
  size = 'normal',
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="segmented" data-size={size}>
      {options.map((option) => (
        <Segment
          key={option.value}
          name={name}
          option={option}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </div>
  );
}

interface SegmentProps {
  name: string;
  option: SegmentedOption<string>;
  checked: boolean;
  onChoose: () => void;
}

function Segment({ name, option, checked, onChoose }: SegmentProps) {
  const id = useId();
  const { label, disabledReason } = option;
  const description = disabledReason ?? option.hint;
  const segment = (
    <label className="segmented-option" data-unavailable={disabledReason === undefined ? undefined : ''}>
      <input
        type="radio"
        className="segmented-radio"
        name={name}
        value={option.value}
        checked={checked}
        aria-disabled={disabledReason === undefined ? undefined : true}
        aria-describedby={description === undefined ? undefined : id}
        onChange={() => disabledReason === undefined && onChoose()}
      />
      <span>{label}</span>
    </label>
  );
  if (description === undefined) return segment;
  return (
    <>
      <Tooltip text={description}>{segment}</Tooltip>
      <span id={id} hidden>
        {description}
      </span>
    </>
  );
}
