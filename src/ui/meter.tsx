import './meter.css';

export interface MeterProps {
  /** Accessible name. */
  label: string;
  value: number;
  max: number;
  /** Spoken instead of the percentage. */
  valueText?: string | undefined;
}

/** How much of a bound is used; the bar changes its tone from 80 % on and again from 95 %. */
export function Meter({ label, value, max, valueText }: MeterProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  const level = share >= 0.95 ? 'full' : share >= 0.8 ? 'high' : 'normal';
  return (
    <div
      role="meter"
      className="meter"
      data-level={level}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
    >
      <div className="meter-bar" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
