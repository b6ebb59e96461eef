import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './compose.ts';
import { closeNotLoaded } from './not-loaded.ts';

/** The place of the windows over the history. */
export function HistoryHost({ services }: { services: Services }) {
  const { dialogs } = services.library;
  const isOpen = useStore(dialogs, (state) => state.open !== null);
  if (!isOpen) return null;
  return (
    <Late part={windows} props={{ services }} onFailed={closeNotLoaded(dialogs.getState().actions.close)} />
  );
}

const windows = latePart(async () => (await import('./history-windows.tsx')).HistoryWindows);
