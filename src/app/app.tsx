import { QueryClientProvider } from '@tanstack/react-query';
import { Toaster } from '../ui/toaster.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Workbench } from './workbench.tsx';

/** The whole page. */
export function App({ services }: { services: Services }) {
  const ready = useStore(services.drafts, (state) => state.phase === 'ready');
  return (
    <ErrorBoundary>
      <QueryClientProvider client={services.queries}>
        {ready && <Workbench services={services} />}
        <Toaster />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
