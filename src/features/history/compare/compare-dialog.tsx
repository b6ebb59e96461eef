import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ignoredNames } from '../../../documents/compare-text.ts';
import type { RunSummary } from '../../../state/history-types.ts';
import type { Run } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import { useStore } from '../../../ui/use-store.ts';
import type { HistoryPort } from '../history-port.ts';
import { FactsTable } from './facts-table.tsx';
import './compare-dialog.css';
import { IgnoredFields } from './ignored-fields.tsx';
import { PartsView } from './parts-view.tsx';

export interface CompareDialogProps {
  port: HistoryPort;
  left: string;
  right: string;
  onClose: () => void;
}

interface ComparedRun {
  summary: RunSummary;
  run: Run;
}

/** Two runs side by side: facts, response, payload and log. */
export function CompareDialog({ port, onClose, ...ids }: CompareDialogProps) {
  const [order, setOrder] = useState({ left: ids.left, right: ids.right });
  const runs = useRuns(port, ids);
  const [left, right] = [runs?.get(order.left), runs?.get(order.right)];
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Compare runs"
      size="large"
      footer={
        <>
          <Button
            icon={<ArrowLeftRight aria-hidden="true" />}
            onClick={() => setOrder({ left: order.right, right: order.left })}
          >
            Swap
          </Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {left && right && <Comparison port={port} left={left} right={right} />}
      {runs && !(left && right) && (
        <EmptyState title="Nothing to compare">One of the runs can’t be read any more.</EmptyState>
      )}
    </Dialog>
  );
}

interface ComparisonProps {
  port: HistoryPort;
  left: ComparedRun;
  right: ComparedRun;
}

function Comparison({ port, left, right }: ComparisonProps) {
  const settings = useStore(port.settings, (state) => state);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const theme = settings.theme === 'system' ? (isDark ? 'dark' : 'light') : settings.theme;
  return (
    <div className="compare">
      <FactsTable left={left.summary} right={right.summary} />
      <PartsView
        left={left.run}
        right={right.run}
        ignored={ignoredNames(settings.ignoredInCompare)}
        look={{ theme, fontSize: settings.editorFontSize, wrap: settings.wrapLines }}
      />
      <IgnoredFields
        names={settings.ignoredInCompare}
        onChange={(ignoredInCompare) => settings.actions.set({ ignoredInCompare })}
      />
    </div>
  );
}

/** By id, as far as they can be read; null until then. A run under way is the one on the screen. */
function useRuns(port: HistoryPort, { left, right }: { left: string; right: string }) {
  const [runs, setRuns] = useState<ReadonlyMap<string, ComparedRun> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const { summaries, actions } = port.history.getState();
    const read = async (id: string): Promise<[string, ComparedRun][]> => {
      const run = await actions.get(id);
      const summary = summaries.find((one) => one.id === id);
      return run && summary ? [[id, { run, summary }]] : [];
    };
    void Promise.all([read(left), read(right)]).then((found) => isCurrent && setRuns(new Map(found.flat())));
    return () => {
      isCurrent = false;
    };
  }, [port, left, right]);
  return runs;
}
