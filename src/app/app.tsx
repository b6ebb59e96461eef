import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { removeShell } from '../ui/early-text.ts';
import { preloadWidgets } from '../ui/preload-widgets.ts';
import { Toaster } from '../ui/toaster.tsx';
import { useStore } from '../ui/use-store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { Services } from './compose.ts';
import { openEarlyDraft } from './early-draft.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { HistoryHost } from './history-host.tsx';
import { PresetsHost } from './presets-host.tsx';
import { Workbench } from './workbench.tsx';

/** The whole page. */
export function App({ services }: { services: Services }) {
  const ready = useStore(services.drafts, (state) => state.phase === 'ready');
  const [opened, setOpened] = useState(false);
  // In the task that brings the editor, so that no key comes in between.
  useLayoutEffect(() => {
    if (ready) openEarlyDraft(services.drafts, () => setOpened(true));
  }, [ready, services]);
  useEffect(() => {
    if (!opened) return undefined;
    // The editor has taken over what was typed there; a binary payload has none.
    removeShell();
    return whenIdle(preloadWidgets);
  }, [opened]);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={services.queries}>
        {opened && <Workbench services={services} />}
        {opened && <HistoryHost services={services} />}
        {opened && <PresetsHost services={services} />}
        <Toaster />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
