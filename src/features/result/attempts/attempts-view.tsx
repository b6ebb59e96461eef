import type { Attempt } from '../../../core/index.ts';
import type { Run } from '../../../state/types.ts';
import { Callout } from '../../../ui/callout.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatMs } from '../../../ui/format-numbers.ts';
import { useElapsedMs } from '../use-elapsed-ms.ts';
import { PhaseBar, PhaseList } from './phase-bar.tsx';
import { runTimeline, type AttemptTimeline } from './timeline.ts';
import './attempts-view.css';

/** Every send on one axis of time: what it waited for, and how it ended. */
export function AttemptsView({ run }: { run: Run }) {
  return run.outcome === null ? <RunningAttempts run={run} /> : <Attempts run={run} />;
}

function RunningAttempts({ run }: { run: Run }) {
  return <Attempts run={run} elapsedMs={useElapsedMs(run.startedAt)} />;
}

function Attempts({ run, elapsedMs }: { run: Run; elapsedMs?: number }) {
  const { attempts, spanMs } = runTimeline(run, elapsedMs);
  if (attempts.length === 0) {
    return (
      <EmptyState title="No attempts">
        {run.outcome === null ? 'The first one is under way.' : 'Nothing was sent.'}
      </EmptyState>
    );
  }
  return (
    <div className="result-panel-scroll" tabIndex={0} role="group" aria-label="Attempts">
      <p className="attempts-view-axis tabular dim" aria-hidden="true">
        <span>0</span>
        <span>{formatMs(spanMs)} after the press</span>
      </p>
      <ol className="attempts-view">
        {attempts.map((timeline, index) => (
          <AttemptRow
            key={timeline.number}
            {...{ timeline, spanMs, run }}
            isLast={index === attempts.length - 1}
          />
        ))}
      </ol>
      <BrowserNote run={run} />
    </div>
  );
}

interface AttemptRowProps {
  timeline: AttemptTimeline;
  spanMs: number;
  run: Run;
  isLast: boolean;
}

function AttemptRow({ timeline, spanMs, run, isLast }: AttemptRowProps) {
  const { number, attempt, phases } = timeline;
  const isRunning = run.outcome === null;
  const notes = attempt === undefined ? [] : [...retryNote(attempt, run, isLast), ...clockNote(attempt)];
  return (
    <li className="attempts-view-row" data-ok={attempt === undefined ? isRunning : isAnswered(attempt)}>
      <p className="attempts-view-head">
        <span className="attempts-view-number tabular">#{number}</span>
        <span className="attempts-view-status mono">
          {attempt === undefined ? unendedWords(isRunning) : statusOf(attempt)}
        </span>
        <span className="attempts-view-took tabular mono">{tookOf(timeline)}</span>
      </p>
      <PhaseBar phases={phases} spanMs={spanMs} />
      <PhaseList phases={phases} />
      {notes.length > 0 && <p className="attempts-view-notes dim">{notes.join(' · ')}</p>}
    </li>
  );
}

function isAnswered({ errorCode, statusCode = 600 }: Attempt): boolean {
  return errorCode === undefined && statusCode < 300;
}

function unendedWords(isRunning: boolean): string {
  return isRunning ? 'under way' : 'cut off, or never sent';
}

function statusOf(attempt: Attempt): string {
  if (attempt.statusCode === undefined) return ['no answer', attempt.errorCode].filter(Boolean).join(' · ');
  return [attempt.statusCode, attempt.errorCode].filter(Boolean).join(' ');
}

function tookOf({ phases }: AttemptTimeline): string {
  const own = phases.filter(({ name }) => name !== 'backing-off' && name !== 'preparing');
  const [first, last] = [own[0], own.at(-1)];
  return first && last ? formatMs(last.toMs - first.fromMs) : '';
}

/** The last attempt's back-off is still going on, or was stopped. */
function retryNote(attempt: Attempt, run: Run, isLast: boolean): string[] {
  if (attempt.retryDelayMs === undefined) return [];
  const delay = formatMs(attempt.retryDelayMs);
  const ran = isProven(attempt, run) ? 'nothing had run' : 'the function may have run by then';
  if (!isLast) return [`sent again after ${delay}: ${ran}`];
  return [run.outcome === null ? `to be sent again after ${delay}: ${ran}` : `not sent again: ${ran}`];
}

/** Mode `safe` sends again on proof alone; `standard` also after lost connections and failures of the service. */
function isProven({ statusCode = 0 }: Attempt, { request }: Run): boolean {
  return request.retryMode !== 'standard' || (statusCode >= 400 && statusCode < 500);
}

function clockNote({ clockSkewMs = 0 }: Attempt): string[] {
  if (Math.abs(clockSkewMs) < 1_000) return [];
  const side = clockSkewMs > 0 ? 'ahead of' : 'behind';
  return [`the endpoint’s clock is ${formatMs(Math.abs(clockSkewMs))} ${side} this device’s`];
}

/** Below the page, a browser sends a POST once more when the connection that it used again breaks. */
function BrowserNote({ run }: { run: Run }) {
  const wasLost = run.result?.ok === false && run.result.error.kind === 'network';
  if (run.outcome !== 'unknown' || !wasLost) return null;
  return (
    <Callout
      tone="unknown"
      title="The browser may have sent more than this shows"
      className="attempts-view-note"
    >
      When a connection that it uses again breaks before the first byte, Chromium sends the request once more
      by itself, and tells no page of it. Each line here can stand for up to two runs; the log of the
      function, by time, shows how many there were.
    </Callout>
  );
}
