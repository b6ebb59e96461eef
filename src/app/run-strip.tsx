import { lazy, Suspense } from 'react';
import type { Run } from '../state/types.ts';
import type { Services } from './compose.ts';

/** What the draft's preset expects of its run. */
export function RunStrip(props: { services: Services; run: Run }) {
  return (
    <Suspense fallback={null}>
      <ExpectationStripHost {...props} />
    </Suspense>
  );
}

const ExpectationStripHost = lazy(async () => ({
  default: (await import('./expectation-hosts.tsx')).ExpectationStripHost,
}));
