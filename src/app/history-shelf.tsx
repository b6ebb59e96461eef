import { useMemo } from 'react';
import { HistoryPanel } from '../features/history/history-panel.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLateValue } from '../ui/late-part.ts';
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
  const { value: keeper, hasFailed, retry } = useLateValue(services.library.keeper);
  const port = useMemo(() => keeper && historyPort(services, keeper), [services, keeper]);
  if (port === null && hasFailed)
    return (
      <EmptyState title="The history can’t be shown">
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </EmptyState>
    );
  if (port === null) return <EmptyState title="Reading history…" />;
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
