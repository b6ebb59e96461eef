import { use, useState } from 'react';
import { HistoryPanel } from '../features/history/history-panel.tsx';
import type { Services } from './compose.ts';
import { historyPort } from './history-port.ts';
import { reopenRunAloud } from './reopen-run.ts';
import { replayObstacle, replayRunAloud } from './replay-run.ts';

export interface HistoryShelfProps {
  services: Services;
  /** Something was put into a draft: narrow windows show it then. */
  onOpened: () => void;
  /** A run was started: narrow windows show its result. */
  onReplayed: () => void;
}

/** The list of runs; it comes after the page can be used. */
export function HistoryShelf({ services, onOpened, onReplayed }: HistoryShelfProps) {
  const keeper = use(services.library.keeper());
  const [port] = useState(() => historyPort(services, keeper));
  return (
    <HistoryPanel
      port={port}
      doings={{
        open: (id) => void reopenRunAloud(services, id).then((opened) => opened && onOpened()),
        replay: (id) => void replayRunAloud(services, id).then((sent) => sent && onReplayed()),
        replayObstacle: (summary) => replayObstacle(services, summary),
      }}
    />
  );
}
