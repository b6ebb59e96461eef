import { ArrowLeftRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Comparing, CompareTarget } from '../../state/compare-store.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ignoreRepeat } from '../../ui/ignore-repeat.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { ComparePlan, ComparePort } from './compare-port.ts';
import './compare-targets-dialog.css';
import { ComparedView } from './compared-view.tsx';
import { SideFields } from './side-fields.tsx';

export interface CompareTargetsDialogProps {
  port: ComparePort;
  draft: Draft;
  connection: Connection | undefined;
  theme: 'dark' | 'light';
  onClose: () => void;
  /** The question before a run on production. */
  question?: ReactNode;
}

/** The draft's payload, sent to two targets, and what differs between their answers. Closing it stops nothing. */
export function CompareTargetsDialog({
  port,
  draft,
  connection,
  theme,
  onClose,
  question,
}: CompareTargetsDialogProps) {
  const comparing = useStore(port.store, (state) => state.byDraft[draft.id]);
  const [plan, setPlan] = useState(() => firstPlan(draft, connection, comparing));
  const [fault, setFault] = useState<string | null>(null);
  const { swap, stop } = port.store.getState().actions;
  const isRunning = comparing?.isRunning === true;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Compare targets"
      description="One run of the draft’s payload on each side."
      size="window"
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="compare-targets">
        <form
          className="compare-targets-form"
          onSubmit={(event) => {
            event.preventDefault();
            setFault(null);
            if (!isRunning) void port.start(draft, plan).then(setFault);
          }}
        >
          <Sides port={port} plan={plan} onChange={setPlan} />
          <div className="compare-buttons">
            <Segmented
              label="Order"
              value={plan.together ? 'together' : 'in-order'}
              onChange={(order) => setPlan({ ...plan, together: order === 'together' })}
              options={orders}
            />
            <Button
              icon={<ArrowLeftRight aria-hidden="true" />}
              disabledReason={isRunning ? 'Both sides are still under way.' : undefined}
              onClick={() => {
                setPlan({ ...plan, left: plan.right, right: plan.left });
                swap(draft.id);
              }}
            >
              Swap
            </Button>
            {isRunning ? (
              <Button onKeyDown={ignoreRepeat} onClick={() => stop(draft.id)}>
                Stop waiting
              </Button>
            ) : (
              <Button type="submit" variant="primary" onKeyDown={ignoreRepeat}>
                {comparing ? 'Run both again' : 'Run both'}
              </Button>
            )}
          </div>
        </form>
        {fault !== null && <Callout tone="error" title={fault} />}
        {comparing ? (
          <ComparedView {...{ port, comparing, theme }} />
        ) : (
          <EmptyState title="Nothing compared yet">
            Each side gets the payload once. What differs in outcome, numbers, response and log then stands
            here side by side.
          </EmptyState>
        )}
        {question}
      </div>
    </Dialog>
  );
}

const orders = [
  { value: 'in-order', label: 'One after the other' },
  { value: 'together', label: 'Together' },
] as const;

interface SidesProps {
  port: ComparePort;
  plan: ComparePlan;
  onChange: (plan: ComparePlan) => void;
}

function Sides({ port, plan, onChange }: SidesProps) {
  const connections = useStore(port.connections, (state) => state.connections);
  const shared = { connections, suggestions: port.suggestions };
  return (
    <div className="compare-sides">
      <SideFields
        {...shared}
        name="Left"
        target={plan.left}
        onChange={(left) => onChange({ ...plan, left })}
      />
      <SideFields
        {...shared}
        name="Right"
        target={plan.right}
        onChange={(right) => onChange({ ...plan, right })}
      />
    </div>
  );
}

/** As it was last, or the draft's target beside its unpublished code. */
function firstPlan(
  { functionName, qualifier }: Draft,
  connection: Connection | undefined,
  comparing: Comparing | undefined,
): ComparePlan {
  if (comparing) return { left: comparing.left.target, right: comparing.right.target, together: false };
  const target: CompareTarget = { connectionId: connection?.id ?? '', functionName, qualifier };
  return { left: target, right: { ...target, qualifier: '$LATEST' }, together: false };
}
