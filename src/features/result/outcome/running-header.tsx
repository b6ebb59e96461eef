import { Square } from 'lucide-react';
import type { Run } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { formatMs } from '../../../ui/format-numbers.ts';
import { useElapsedMs } from '../use-elapsed-ms.ts';
import './running-header.css';

export interface RunningHeaderProps {
  run: Run;
  onStop: () => void;
}

/** What is happening now, with an elapsed clock; and Stop waiting where a narrow window hides the request's. */
export function RunningHeader({ run, onStop }: RunningHeaderProps) {
  const elapsedMs = useElapsedMs(run.startedAt);
  const phase = run.progress?.phase ?? 'signing';
  return (
    <header className="running-header">
      <Spinner />
      <div>
        <p className="running-header-title">
          {phaseWords[phase]}
          {run.progress !== null && run.progress.attempt > 1 && ` · attempt ${run.progress.attempt}`}
        </p>
        <p className="dim">{run.request.functionName}</p>
      </div>
      <span className="running-header-clock tabular mono" aria-hidden="true">
        {formatMs(Math.floor(elapsedMs / 100) * 100)}
      </span>
      <Button className="running-header-stop" icon={<Square size={14} />} onClick={onStop}>
        Stop waiting
      </Button>
      {elapsedMs > longRunMs && <p className="running-header-long dim">{longRunNote}</p>}
    </header>
  );
}

const phaseWords = {
  queued: 'Waiting: 5 requests to this endpoint are under way',
  signing: 'Signing',
  sending: 'Waiting for the first byte',
  reading: 'Reading the response',
  'backing-off': 'Waiting before the next attempt',
  done: 'Done',
};

/** Load balancers and NAT gateways drop idle connections after about 350 s; some browsers earlier. */
const longRunMs = 60_000;
const longRunNote =
  'Long runs can lose their connection: proxies and browsers end idle ones after about 1 to 6 minutes. The function goes on; use Event for work that takes long.';
