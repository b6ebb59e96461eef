import type { RunSummary } from '../../state/history-types.ts';

export type ShownOutcome = NonNullable<RunSummary['outcome']> | 'running';

export function shownOutcome({ state, outcome }: RunSummary): ShownOutcome {
  return state === 'sending' ? 'running' : (outcome ?? 'unknown');
}

export const outcomeNames: Readonly<Record<ShownOutcome, string>> = {
  running: 'Running',
  success: 'Succeeded',
  'function-error': 'Function error',
  accepted: 'Accepted',
  'dry-run': 'Allowed',
  rejected: 'Rejected',
  unknown: 'Outcome unknown',
  cancelled: 'Cancelled',
  'not-sent': 'Not sent',
};

/** A run in one line, to choose it by or to say which one is meant. */
export function runTitle(summary: RunSummary): string {
  return `${targetOf(summary)}, ${new Date(summary.startedAt).toLocaleString()}`;
}

export function targetOf({ functionName, qualifier }: RunSummary): string {
  return qualifier === '' ? functionName : `${functionName}:${qualifier}`;
}

/** `84 ms`, `1.2 s`, `3 min 5 s`. */
export function durationWords(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

export function dayWords(startsAt: number): string {
  const now = new Date();
  const date = new Date(startsAt);
  const today = new Date(now).setHours(0, 0, 0, 0);
  const words = date.toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
  if (startsAt === today) return `Today, ${words}`;
  return words;
}
