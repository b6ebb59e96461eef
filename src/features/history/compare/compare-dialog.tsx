import { ArrowLeftRight } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { RunSummary } from '../../../state/history-types.ts';
import type { Run } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { HistoryPort } from '../history-port.ts';
import { FactsTable } from './facts-table.tsx';
import './compare-dialog.css';

export interface CompareDialogProps {
  port: HistoryPort;
  left: string;
  right: string;
  parts: ComparedRunParts;
  onClose: () => void;
}

/** What two runs answered beside each other: the same view as of two targets that are compared. */
export type ComparedRunParts = (left: Run, right: Run) => ReactNode;

interface ComparedRun {
  summary: RunSummary;
  run: Run;
}

/** Two runs side by side: facts, response, payload and log. */
export function CompareDialog({ port, parts, onClose, ...ids }: CompareDialogProps) {
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
      {left && right && (
        <div className="compare">
          <FactsTable left={left.summary} right={right.summary} />
          {parts(left.run, right.run)}
        </div>
      )}
      {runs && !(left && right) && (
        <EmptyState title="Nothing to compare">One of the runs can’t be read any more.</EmptyState>
      )}
    </Dialog>
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
