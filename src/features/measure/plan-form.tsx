import { useState, type FormEvent } from 'react';
import type { MeasurePlan } from '../../state/measure-store.ts';
import { Button } from '../../ui/button.tsx';
import { ignoreRepeat } from '../../ui/ignore-repeat.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { planProblems, readPlan, type PlanText } from './plan-text.ts';

export interface PlanFormProps {
  /** What the form begins with. */
  initial: PlanText;
  /** Only requests that wait for the answer have a log. */
  noLogReason: string | undefined;
  /** The draft asks for no log. */
  isOffInDraft: boolean;
  isRunning: boolean;
  onStart: (plan: MeasurePlan) => void;
  onStop: () => void;
  onAbandon: () => void;
}

/** How often, how many at once, how long at most. */
export function PlanForm({
  initial,
  noLogReason,
  isOffInDraft,
  isRunning,
  onStart,
  onStop,
  onAbandon,
}: PlanFormProps) {
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  const problems = planProblems(text);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const plan = readPlan(text);
    setTried(plan === null);
    if (plan !== null && !isRunning) onStart({ ...plan, tailLog: plan.tailLog && noLogReason === undefined });
  };
  const field = (name: 'runs' | 'concurrency' | 'seconds') => ({
    value: text[name],
    inputMode: 'numeric' as const,
    readOnly: isRunning,
    error: tried ? problems[name] : undefined,
    onChange: (value: string) => setText({ ...text, [name]: value }),
  });
  return (
    <form className="measure-plan" aria-label="Measurement" onSubmit={handleSubmit}>
      <TextField label="Runs" hint="10,000 at most" {...field('runs')} />
      <TextField label="At once" hint="1 to 5" {...field('concurrency')} />
      <TextField label="Seconds at most" hint="No run is started later" {...field('seconds')} />
      <div className="measure-plan-log">
        <Switch
          label="Tail log"
          checked={text.tailLog && noLogReason === undefined}
          onChange={(tailLog) => setText({ ...text, tailLog })}
          hint="On for measuring, whatever the draft says: duration, memory and cold starts stand in the log’s REPORT line."
          disabledReason={noLogReason}
        />
        {isOffInDraft && noLogReason === undefined && (
          <span className="measure-note">
            off in the draft, {text.tailLog ? 'on' : 'and off'} for measuring
          </span>
        )}
      </div>
      <div className="measure-plan-buttons">
        {isRunning ? (
          <>
            <Button onKeyDown={ignoreRepeat} onClick={onStop}>
              Stop
            </Button>
            <Button variant="danger" onKeyDown={ignoreRepeat} onClick={onAbandon}>
              Stop waiting too
            </Button>
          </>
        ) : (
          <Button type="submit" variant="primary" onKeyDown={ignoreRepeat}>
            Start measuring
          </Button>
        )}
      </div>
    </form>
  );
}
