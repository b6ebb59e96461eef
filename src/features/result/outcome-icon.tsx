import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleSlash,
  Inbox,
  OctagonX,
  ShieldCheck,
  TriangleAlert,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { RunOutcome } from '../../state/types.ts';

const icons: Record<RunOutcome, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  success: CircleCheck,
  'function-error': OctagonX,
  accepted: Inbox,
  'dry-run': ShieldCheck,
  rejected: TriangleAlert,
  unknown: CircleHelp,
  cancelled: CircleSlash,
  'not-sent': Ban,
};

/** Each outcome has its own shape, so that colour is never the only sign. */
export function OutcomeIcon({ outcome, size = 18 }: { outcome: RunOutcome; size?: number }) {
  const Icon = icons[outcome];
  return <Icon size={size} aria-hidden />;
}
