import './spinner.css';

export interface SpinnerProps {
  /** What is waited for; without it the spinner is decoration beside words that say it. */
  label?: string | undefined;
}

export function Spinner({ label }: SpinnerProps) {
  return label === undefined ? (
    <span className="spinner" aria-hidden="true" />
  ) : (
    <span className="spinner" role="status" aria-label={label} />
  );
}
