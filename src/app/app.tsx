import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { removeShell } from '../ui/early-text.ts';
import { preloadWidgets } from '../ui/preload-widgets.ts';
import { Toaster } from '../ui/toaster.tsx';
import { useStore } from '../ui/use-store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { Services } from './compose.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { PresetsHost } from './presets-host.tsx';
import { Workbench } from './workbench.tsx';

/** The whole page. */
export function App({ services }: { services: Services }) {
  const ready = useStore(services.drafts, (state) => state.phase === 'ready');
  useEffect(() => {
    if (!ready) return undefined;
    // The editor has taken over what was typed there; a binary payload has none.
    removeShell();
    return whenIdle(preloadWidgets);
  }, [ready]);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={services.queries}>
        {ready && <Workbench services={services} />}
        {ready && <PresetsHost services={services} />}
        <Toaster />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
