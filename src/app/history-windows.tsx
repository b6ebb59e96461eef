import { useMemo } from 'react';
import { HistoryDialogs } from '../features/history/history-dialogs.tsx';
import { useLateValue } from '../ui/late-part.ts';
import type { Services } from './compose.ts';
import { historyPort } from './history-port.ts';

/** The windows over the history; they come when the first one is asked for. */
export function HistoryWindows({ services }: { services: Services }) {
  const { value: keeper } = useLateValue(services.library.keeper);
  const port = useMemo(() => keeper && historyPort(services, keeper), [services, keeper]);
  return port && <HistoryDialogs port={port} />;
}
