import type { Draft } from '../../state/types.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import './option-row.css';

export interface OptionRowProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

/** Invocation type, tail log and streaming, in the API's own words. */
export function OptionRow({ draft, onChange }: OptionRowProps) {
  const { invocationType } = draft;
  return (
    <div className="option-row">
      <Segmented
        label="Invocation type"
        value={invocationType}
        onChange={(value) => onChange({ invocationType: value })}
        options={invocationTypes}
      />
      <Switch
        label="Tail log"
        checked={draft.tailLog}
        onChange={(tailLog) => onChange({ tailLog })}
        hint="The last 4 KB of the log come back with the response."
        {...reasonIf(
          invocationType !== 'RequestResponse',
          'Lambda returns a log tail for RequestResponse only.',
        )}
      />
      <Switch
        label="Stream response"
        checked={draft.stream}
        onChange={(stream) => onChange({ stream })}
        hint="InvokeWithResponseStream: the response arrives in chunks."
        {...reasonIf(invocationType === 'Event', 'An Event invocation has no response to stream.')}
      />
    </div>
  );
}

const invocationTypes = [
  {
    value: 'RequestResponse',
    label: 'RequestResponse',
    hint: 'Runs the function and waits for its response.',
  },
  { value: 'Event', label: 'Event', hint: 'Queues the event and answers at once; the function runs later.' },
  { value: 'DryRun', label: 'DryRun', hint: 'Checks parameters and permission; runs nothing.' },
] as const;

function reasonIf(unavailable: boolean, disabledReason: string): { disabledReason?: string } {
  return unavailable ? { disabledReason } : {};
}
