import { useEffect } from 'react';
import type { Run } from '../../state/types.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { latePart, useLatePart } from '../../ui/late-part.ts';
import { whenIdle } from '../../ui/when-idle.ts';
import { RunAnnouncer } from './run-announcer.tsx';
import { ResultMissing } from './result-missing.tsx';
import type { RunResultProps } from './run-result.tsx';
import './result-panel.css';

export interface ResultPanelProps extends Omit<RunResultProps, 'run' | 'logTimes'> {
  run: Run | null;
  /** @default 'local' */
  logTimes?: RunResultProps['logTimes'];
  /** Runs since the page was opened. */
  count: number;
}

/** Everything that is known of a run, and nothing that is not. */
export function ResultPanel({ run, count, logTimes = 'local', ...rest }: ResultPanelProps) {
  const { Part: RunResult, hasFailed, retry } = useLatePart(runResult, run !== null);
  useEffect(() => whenIdle(preloadResult), []);
  // Done means that everything can be read, so a result whose view is still on its way is not.
  const isDone = run?.outcome && (RunResult !== null || hasFailed);
  const state = run === null ? 'idle' : isDone ? 'done' : 'running';
  return (
    <section className="result-panel" aria-label="Result" data-state={state} data-run={count}>
      <RunAnnouncer run={run} />
      {run === null && <NoRun />}
      {run !== null && RunResult !== null && <RunResult {...{ run, logTimes, ...rest }} />}
      {run !== null && hasFailed && <ResultMissing run={run} onRetry={retry} />}
    </section>
  );
}

/** Not needed before the first run: it comes in an idle moment, and at the latest with that run. */
const runResult = latePart<RunResultProps>(async () => (await import('./run-result.tsx')).RunResult);

function preloadResult(): void {
  runResult.load().catch(() => undefined);
}

function NoRun() {
  return (
    <EmptyState title="No result yet" keys="Mod+Enter">
      Invoke the function to see its status code, executed version, response and log here.
    </EmptyState>
  );
}
