import type { RunOutcome } from '../../state/types.ts';
import type { Tone } from '../../ui/tone.ts';

/** How an outcome is said: in words, in colour and, by its icon, in shape. */
export interface OutcomeWords {
  title: string;
  tone: Tone;
}

export const outcomeWords: Record<RunOutcome, OutcomeWords> = {
  success: { title: 'Succeeded', tone: 'success' },
  'function-error': { title: 'Function error', tone: 'error' },
  accepted: { title: 'Accepted', tone: 'info' },
  'dry-run': { title: 'Allowed', tone: 'info' },
  rejected: { title: 'Rejected', tone: 'warn' },
  unknown: { title: 'Outcome unknown', tone: 'unknown' },
  cancelled: { title: 'Cancelled', tone: 'neutral' },
  'not-sent': { title: 'Not sent', tone: 'neutral' },
};
