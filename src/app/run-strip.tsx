import type { Run } from '../state/types.ts';
import { latePart, useLatePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';

/** What the draft's preset expects of its run; without its code, as when the server has gone, there is no strip. */
export function RunStrip(props: { services: Services; run: Run }) {
  const { Part } = useLatePart(host);
  return Part !== null && <Part {...props} />;
}

const host = latePart(async () => (await import('./expectation-hosts.tsx')).ExpectationStripHost);
