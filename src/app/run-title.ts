import { useEffect } from 'react';
import type { RunState, RunStore } from '../state/run-types.ts';
import type { Connection, Draft, Run, RunOutcome } from '../state/types.ts';
import type { WayStore } from '../state/ways.ts';
import { useStore } from '../ui/use-store.ts';

export interface RunTitleProps {
  run: Run | null;
  draft: Draft;
  connection: Connection | undefined;
  runs: RunStore;
  ways: WayStore;
}

/**
 * The tab's title tells the state of the run, and closing the page during one asks, also when it is another draft's.
 * Draws nothing: the title changes often in a series, and the page around must not be drawn for it.
 */
export function RunTitle({ runs, ways, ...shown }: RunTitleProps): null {
  const running = useStore(runs, anyRuns);
  const series = useStore(ways, (state) => state.title);
  const title = series ?? titleOf(shown);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!running) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [running]);
  return null;
}

function anyRuns({ byDraft }: RunState): boolean {
  return Object.values(byDraft).some(({ outcome }) => outcome === null);
}

/** Tabs with different connections must be told apart in the browser's own row of tabs. */
function titleOf({ run, draft, connection }: Omit<RunTitleProps, 'runs' | 'ways'>): string {
  const place = connection === undefined || connection.kind === 'local' ? '' : ` · ${connection.name}`;
  const name = `${place}${draft.functionName === '' ? '' : ` · ${draft.functionName}`}`;
  if (run === null) return `Invoke Console${name}`;
  return `Invoke Console${name} · ${run.outcome === null ? 'running' : outcomeTitles[run.outcome]}`;
}

export const outcomeTitles: Record<RunOutcome, string> = {
  success: 'succeeded',
  'function-error': 'function error',
  accepted: 'accepted',
  'dry-run': 'allowed',
  rejected: 'rejected',
  unknown: 'outcome unknown',
  cancelled: 'cancelled',
  'not-sent': 'not sent',
};
