import { lazy, Suspense } from 'react';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';

/** The place of the windows over the history. */
export function HistoryHost({ services }: { services: Services }) {
  const isOpen = useStore(services.library.dialogs, (state) => state.open !== null);
  return <Suspense fallback={null}>{isOpen && <HistoryWindows services={services} />}</Suspense>;
}

const HistoryWindows = lazy(async () => ({
  default: (await import('./history-windows.tsx')).HistoryWindows,
}));
