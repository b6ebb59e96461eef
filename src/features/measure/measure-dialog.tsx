import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { measuredCsv, measuredJson } from '../../documents/measure/measure-export.ts';
import { measure } from '../../documents/measure/measurement.ts';
import type { MeasurePlan, Measuring } from '../../state/measure-store.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { saveBytes } from '../../ui/save-bytes.ts';
import { useStore } from '../../ui/use-store.ts';
import './measure-dialog.css';
import type { MeasurePort } from './measure-port.ts';
import { progressWords } from './measure-words.ts';
import { MeasuredView } from './measured-view.tsx';
import { PlanForm } from './plan-form.tsx';
import { firstPlan, planText } from './plan-text.ts';
import { TargetLine } from './target-line.tsx';

export interface MeasureDialogProps {
  port: MeasurePort;
  draft: Draft;
  /** undefined: there is none, and nothing can be sent. */
  connection: Connection | undefined;
  theme: 'dark' | 'light';
  onClose: () => void;
  /** The question before a series on production. */
  question?: ReactNode;
}

/** Repeats the draft's payload and tells how long it takes. Closing it stops nothing. */
export function MeasureDialog({ port, draft, connection, theme, onClose, question }: MeasureDialogProps) {
  const { store, prices } = port;
  const measuring = useStore(store, (state) => state.byDraft[draft.id]);
  const [fault, setFault] = useState<string | null>(null);
  const start = (plan: MeasurePlan): void => {
    setFault(null);
    void port.start(draft, connection, plan).then(setFault);
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Measure"
      description={<TargetLine draft={draft} connection={connection} />}
      size="window"
      footer={<Footer measuring={measuring} onClose={onClose} />}
    >
      <div className="measure">
        <PlanForm
          initial={measuring ? planText(measuring.plan) : firstPlan}
          noLogReason={noLogReason(draft.invocationType)}
          isOffInDraft={!draft.tailLog}
          isRunning={measuring?.end === null}
          onStart={start}
          onStop={port.stop}
          onAbandon={port.abandon}
        />
        {fault !== null && <Callout tone="error" title={fault} />}
        {measuring && <Progress measuring={measuring} />}
        {measuring ? (
          <MeasuredView {...{ measuring, prices, theme }} />
        ) : (
          <EmptyState title="Nothing measured yet">
            Each run sends the payload once and is in the history. Times of cold and warm starts, memory,
            errors and cost then stand here.
          </EmptyState>
        )}
        {question}
      </div>
    </Dialog>
  );
}

function noLogReason(invocationType: string): string | undefined {
  if (invocationType === 'RequestResponse') return undefined;
  return `Lambda gives no log with ${invocationType}: only the round trip is measured.`;
}

function Progress({ measuring }: { measuring: Measuring }) {
  const { runs, plan, end, refusal } = measuring;
  return (
    <div className="measure-progress">
      <progress aria-label="Runs that have ended" value={runs.length} max={plan.runs} />
      <p className="tabular" data-field="progress">
        {progressWords(measuring)}
      </p>
      <p className="visually-hidden" role="status">
        {end === null ? '' : progressWords(measuring)}
      </p>
      {refusal && (
        <Callout tone="error" title={refusal.message}>
          {refusal.nextStep}
        </Callout>
      )}
    </div>
  );
}

function Footer({ measuring, onClose }: { measuring: Measuring | undefined; onClose: () => void }) {
  const reason = measuring && measuring.runs.length > 0 ? undefined : 'There are no runs yet.';
  const save = (type: 'csv' | 'json'): void => {
    if (!measuring) return;
    const { runs, target } = measuring;
    const text = type === 'csv' ? measuredCsv(runs) : measuredJson(target, measure(runs), runs);
    saveBytes(new TextEncoder().encode(text), `measure-${target.functionName}.${type}`);
  };
  return (
    <>
      {(['csv', 'json'] as const).map((type) => (
        <Button
          key={type}
          icon={<Download aria-hidden="true" />}
          disabledReason={reason}
          onClick={() => save(type)}
        >
          Save {type.toUpperCase()}
        </Button>
      ))}
      <Button onClick={onClose}>Close</Button>
    </>
  );
}
