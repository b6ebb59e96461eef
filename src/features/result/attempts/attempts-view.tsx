import type { Attempt } from '../../../core/index.ts';
import type { Run } from '../../../state/types.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatMs } from '../format-numbers.ts';
import './attempts-view.css';

/** Every send and its end, with the back-off before it. */
export function AttemptsView({ run }: { run: Run }) {
  if (run.attempts.length === 0) {
    return (
      <EmptyState title="No attempts">
        {run.outcome === null ? 'The first one is under way.' : 'Nothing was sent.'}
      </EmptyState>
    );
  }
  const originMs = run.startedAt.getTime();
  const endMs = run.attempts.at(-1)?.endedAt.getTime() ?? originMs;
  const spanMs = Math.max(1, endMs - originMs);
  return (
    <div className="result-panel-scroll" tabIndex={0} role="group" aria-label="Attempts">
      <ol className="attempts-view">
        {run.attempts.map((attempt) => (
          <AttemptRow key={attempt.number} attempt={attempt} originMs={originMs} spanMs={spanMs} />
        ))}
      </ol>
    </div>
  );
}

interface AttemptRowProps {
  attempt: Attempt;
  originMs: number;
  spanMs: number;
}

function AttemptRow({ attempt, originMs, spanMs }: AttemptRowProps) {
  const startMs = attempt.startedAt.getTime() - originMs;
  const tookMs = attempt.endedAt.getTime() - attempt.startedAt.getTime();
  const ok =
    attempt.errorCode === undefined && (attempt.statusCode ?? 0) < 300 && attempt.statusCode !== undefined;
  return (
    <li className="attempts-view-row" data-ok={ok}>
      <span className="attempts-view-number tabular">#{attempt.number}</span>
      <span className="attempts-view-status mono">
        {attempt.statusCode ?? 'no answer'} {attempt.errorCode}
      </span>
      <span className="attempts-view-took tabular mono">{formatMs(tookMs)}</span>
      <svg className="attempts-view-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
        <rect x={(startMs / spanMs) * 1000} width={Math.max(4, (tookMs / spanMs) * 1000)} height="8" rx="2" />
      </svg>
      <span className="attempts-view-notes dim">{notesOf(attempt, startMs).join(' · ')}</span>
    </li>
  );
}

function notesOf(attempt: Attempt, startMs: number): string[] {
  const notes = [`sent ${formatMs(Math.max(0, startMs))} after the press`];
  if (attempt.retryDelayMs !== undefined) notes.push(`then waited ${formatMs(attempt.retryDelayMs)}`);
  if (attempt.clockSkewMs !== undefined && Math.abs(attempt.clockSkewMs) >= 1_000) {
    notes.push(
      `the endpoint’s clock is ${formatMs(Math.abs(attempt.clockSkewMs))} ${attempt.clockSkewMs > 0 ? 'ahead' : 'behind'}`,
    );
  }
  return notes;
}
