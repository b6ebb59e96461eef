import type { ResultPanelProps } from '../features/result/result-panel.tsx';
import type { Run } from '../state/types.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import { sayNotLoaded } from './not-loaded.ts';
import { RunStrip } from './run-strip.tsx';

/** What other features add to a result; without their code it is what it was before. */
export function resultExtras(
  services: Services,
  run: Run | null,
): Pick<ResultPanelProps, 'strip' | 'documentsInside' | 'onExpect'> {
  return {
    strip: run && <RunStrip {...{ services, run }} />,
    documentsInside: (text, root) => <Late part={documentsInside} props={{ services, text, root }} />,
    onExpect: (...at) =>
      void import('./expect-value.ts')
        .then((late) => run && late.expectValue(services, run, at))
        .catch(sayNotLoaded),
  };
}

const documentsInside = latePart(async () => (await import('./inside-response-host.tsx')).InsideResponseHost);
