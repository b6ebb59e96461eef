import type { ResultPanelProps } from '../features/result/result-panel.tsx';
import type { Run } from '../state/types.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import { sayNotLoaded } from './not-loaded.ts';
import { RunStrip } from './run-strip.tsx';
import type { Press } from './use-invoke.ts';

/** What others add to a result; without the code of features it is what it was before. */
export function resultExtras(
  services: Services,
  run: Run | null,
  press: (one: Press) => void,
): Pick<ResultPanelProps, 'strip' | 'documentsInside' | 'onExpect' | 'onStop'> {
  return {
    // As a key: the second half of a double tap on Invoke, which brings it up, does nothing.
    onStop: () => press({ by: 'key' }),
    strip: run && <RunStrip {...{ services, run }} />,
    documentsInside: (text, root) => <Late part={documentsInside} props={{ services, text, root }} />,
    onExpect: (...at) =>
      void import('./expect-value.ts')
        .then((late) => run && late.expectValue(services, run, at))
        .catch(sayNotLoaded),
  };
}

const documentsInside = latePart(async () => (await import('./inside-response-host.tsx')).InsideResponseHost);
