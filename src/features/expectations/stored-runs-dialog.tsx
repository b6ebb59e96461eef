import { useEffect, useState } from 'react';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ExpectationsPort } from './expectations-port.ts';
import { readKnown } from './save-expectations.ts';
import { checkStoredRuns, maxReadRuns, type CheckedRun } from './stored-runs.ts';
import './stored-runs-dialog.css';
import { VerdictList } from './verdict-list.tsx';
import { summaryWords, verdictOfAll, verdictTones } from './verdict-words.ts';

export interface StoredRunsDialogProps {
  port: ExpectationsPort;
  of: PresetOrigin;
  onClose: () => void;
}

/** The stored runs of a preset against its expectations. Nothing is sent. */
export function StoredRunsDialog({ port, of, onClose }: StoredRunsDialogProps) {
  const { runs, done, count } = useCheckedRuns(port, of);
  const { show } = port.dialogs.getState().actions;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Expectations on stored runs"
      description={`Runs of drafts of this preset, and runs of its function with its very payload. At most ${maxReadRuns} are read, the newest first.`}
      size="large"
      footer={
        <>
          <Button onClick={() => show({ name: 'expectations', of })}>Edit expectations</Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className="stored-runs-count" role="status">
        {done ? countWords(runs) : <Spinner label="Reading runs" />}
      </p>
      {done && runs.length === 0 && (
        <EmptyState title="No stored run">
          Invoke a draft of this preset, and its run is listed here.
        </EmptyState>
      )}
      {count === 0 && done && runs.length > 0 && <p className="dim">The preset has no expectations yet.</p>}
      <ul className="stored-runs" aria-label="Stored runs">
        {runs.map((one) => (
          <li key={one.run.id}>
            <StoredRun {...one} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function StoredRun({ run, checked }: CheckedRun) {
  const verdict = verdictOfAll(checked);
  return (
    <details>
      <summary>
        <time dateTime={run.startedAt.toISOString()} className="tabular">
          {run.startedAt.toLocaleString()}
        </time>
        <span>{run.outcome}</span>
        {checked.length > 0 && <Badge tone={verdictTones[verdict]}>{summaryWords(checked)}</Badge>}
      </summary>
      <VerdictList checked={checked} />
    </details>
  );
}

function countWords(runs: readonly CheckedRun[]): string {
  const count = (wanted: string): number =>
    runs.filter(({ checked }) => checked.length > 0 && verdictOfAll(checked) === wanted).length;
  const total = runs.length === 1 ? '1 run' : `${runs.length} runs`;
  return `${total}: all expectations hold in ${count('passed')}, some fail in ${count('failed')}, not known in ${count('unknown')}`;
}

interface CheckedRuns {
  runs: readonly CheckedRun[];
  done: boolean;
  /** How many expectations the preset has. */
  count: number;
}

function useCheckedRuns(port: ExpectationsPort, of: PresetOrigin): CheckedRuns {
  const [state, setState] = useState<CheckedRuns>({ runs: [], done: false, count: 0 });
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const known = await readKnown(port, of);
      const runs: CheckedRun[] = [];
      const count = known?.preset.expectations.length ?? 0;
      if (known) {
        for await (const one of checkStoredRuns(port, known.preset, known.origin)) {
          if (!wanted) return;
          runs.push(one);
          if (runs.length % 20 === 0) setState({ runs: [...runs], done: false, count });
        }
      }
      if (wanted) setState({ runs, done: true, count });
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [port, of]);
  return state;
}
