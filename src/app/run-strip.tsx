import type { Run } from '../state/types.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';

/** What the draft's preset expects of its run. */
export function RunStrip(props: { services: Services; run: Run }) {
  return <Late part={host} props={props} />;
}

const host = latePart(async () => (await import('./expectation-hosts.tsx')).ExpectationStripHost);
