import { use, useState } from 'react';
import { HistoryDialogs } from '../features/history/history-dialogs.tsx';
import type { Services } from './compose.ts';
import { historyPort } from './history-port.ts';

/** The windows over the history; they come when the first one is asked for. */
export function HistoryWindows({ services }: { services: Services }) {
  const keeper = use(services.library.keeper());
  const [port] = useState(() => historyPort(services, keeper));
  return <HistoryDialogs port={port} />;
}
