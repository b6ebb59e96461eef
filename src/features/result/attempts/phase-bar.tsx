import { formatMs } from '../../../ui/format-numbers.ts';
import type { Phase, PhaseName } from './timeline.ts';

const phaseWords: Readonly<Record<PhaseName, string>> = {
  preparing: 'Checks and record',
  queued: 'Waiting for a connection',
  signing: 'Signing',
  sending: 'Sent, to the first byte',
  reading: 'Reading',
  'backing-off': 'Back-off',
};

/** The phases as stretches of one line. What it shows is in the list below it. */
export function PhaseBar({ phases, spanMs }: { phases: readonly Phase[]; spanMs: number }) {
  return (
    <svg className="phase-bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      {phases.map(({ name, fromMs, toMs }) => (
        <rect
          key={`${name} ${fromMs}`}
          className={`phase-bar-${name}`}
          x={(fromMs / spanMs) * 1000}
          width={Math.max(3, ((toMs - fromMs) / spanMs) * 1000)}
          height="12"
        />
      ))}
    </svg>
  );
}

/** The same in words and numbers. */
export function PhaseList({ phases }: { phases: readonly Phase[] }) {
  return (
    <ul className="phase-list">
      {phases.map(({ name, fromMs, toMs }) => (
        <li key={`${name} ${fromMs}`} className="phase-list-item">
          <svg className="phase-list-sign" viewBox="0 0 10 10" aria-hidden="true">
            <rect className={`phase-bar-${name}`} width="10" height="10" rx="2" />
          </svg>
          {phaseWords[name]} <span className="mono tabular">{formatMs(toMs - fromMs)}</span>
        </li>
      ))}
    </ul>
  );
}
