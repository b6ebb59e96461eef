import { useMemo } from 'react';
import { ExpectationStrip } from '../features/expectations/expectation-strip.tsx';
import { ExpectationWindows } from '../features/expectations/expectation-windows.tsx';
import type { ExpectationsPort } from '../features/expectations/expectations-port.ts';
import { saveToFolder } from '../features/presets/draft-preset.ts';
import { isSameOrigin } from '../state/origin-preset.ts';
import type { Run } from '../state/types.ts';
import { useLateValue } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import type { PresetStores } from './presets.ts';

/** The windows over the expectations of presets. */
export function ExpectationWindowsHost({ services }: { services: Services }) {
  const port = usePort(services);
  return port && <ExpectationWindows port={port} />;
}

/** Under the outcome of a run that has ended. */
export function ExpectationStripHost({ services, run }: { services: Services; run: Run }) {
  const port = usePort(services);
  return port && <ExpectationStrip port={port} run={run} />;
}

/** null while the stored presets are read. */
function usePort(services: Services): ExpectationsPort | null {
  const { value: stores } = useLateValue(services.presets.stores);
  return useMemo(() => stores && portOf(services, stores), [stores, services]);
}

function portOf(
  { presets, drafts, connections, runs, history }: Services,
  stores: PresetStores,
): ExpectationsPort {
  const port = { ...stores, dialogs: presets.dialogs, drafts, connections };
  return {
    ...port,
    runs: runs.store,
    history,
    saveFile: (preset, known) => {
      const owner = [...stores.store.getState().origins].find(([, origin]) => isSameOrigin(known, origin));
      saveToFolder(port, preset, { known, draftId: owner?.[0] });
    },
  };
}
